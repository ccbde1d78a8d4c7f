package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Room;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.Notes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListAppointmentsTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);
  private final AppointmentId second = value(world.book(PATIENT, "10:00")).id();
  private final AppointmentId first = value(world.book(PATIENT, "09:00")).id();
  private final AppointmentId ofOther = value(world.book(OTHER, "11:00")).id();

  private Page<Appointment> list(
      Actor actor, Optional<AccountId> with, boolean descending, PageRequest page) {
    return world
        .use
        .list()
        .listAppointments(
            new ListAppointments.Query(
                actor, with, Set.of(), AppointmentRange.ALL, descending, true, page),
            Room.unlimited());
  }

  private List<AppointmentId> all(Actor actor) {
    return ids(list(actor, Optional.empty(), false, PageRequest.first(10)));
  }

  private static List<AppointmentId> ids(Page<Appointment> page) {
    return page.items().stream().map(Appointment::id).toList();
  }

  @Test
  void showsTheActorsOwnInTheOrderOfTheirStart() {
    assertEquals(List.of(first, second), all(PATIENT));
    assertEquals(List.of(ofOther), all(OTHER));
    assertEquals(List.of(first, second, ofOther), all(DOCTOR));
  }

  @Test
  void showsThoseWithOnePersonOrLatestFirst() {
    Optional<AccountId> with = Optional.of(PATIENT.id());
    assertEquals(List.of(second, first), ids(list(DOCTOR, with, true, PageRequest.first(10))));
    assertEquals(List.of(), ids(list(OTHER, with, true, PageRequest.first(10))));
  }

  @Test
  void continuesWhereAPageEnds() {
    Page<Appointment> page = list(DOCTOR, Optional.empty(), false, PageRequest.first(2));
    assertEquals(List.of(first, second), ids(page));
    Page<Appointment> rest = list(DOCTOR, Optional.empty(), false, new PageRequest(2, page.next()));
    assertEquals(List.of(ofOther), ids(rest));
    assertEquals(Optional.empty(), rest.next());
  }

  @Test
  void showsThoseOfAStatusAndARangeOfStarts() {
    value(world.change(DOCTOR, second, new Intent.Confirm()));
    ListAppointments.Query pendingFromNine =
        new ListAppointments.Query(
            DOCTOR,
            Optional.empty(),
            Set.of(AppointmentStatus.PENDING),
            new AppointmentRange(
                Optional.of(MONDAY_NINE),
                Optional.of(MONDAY_NINE.plusSeconds(7200)),
                Optional.empty(),
                Optional.empty()),
            false,
            true,
            PageRequest.first(10));
    assertEquals(
        List.of(first), ids(world.use.list().listAppointments(pendingFromNine, Room.unlimited())));
  }

  @Test
  void hidesNotesFromThePatientUntilItIsCompleted() {
    value(world.change(DOCTOR, first, new Intent.WriteNotes("rest")));
    assertEquals(
        Notes.NONE,
        list(PATIENT, Optional.empty(), false, PageRequest.first(1)).items().get(0).notes());
    assertEquals(
        1,
        list(DOCTOR, Optional.empty(), false, PageRequest.first(1))
            .items()
            .get(0)
            .notes()
            .versions());
  }

  /** The store lists appointments of the days beside it, too. */
  @Test
  void givesNoEmptyPageBeforeTheLast() {
    LocalDate monday = LocalDate.ofInstant(MONDAY_NINE, ZoneOffset.UTC);
    Page<Appointment> sunday = listDay(monday.minusDays(1));
    assertEquals(List.of(), ids(sunday));
    assertEquals(Optional.empty(), sunday.next());
    assertEquals(List.of(first), ids(listDay(monday)));
  }

  private Page<Appointment> listDay(LocalDate day) {
    AppointmentRange range =
        new AppointmentRange(
            Optional.empty(), Optional.empty(), Optional.of(day), Optional.of(day));
    return world
        .use
        .list()
        .listAppointments(
            new ListAppointments.Query(
                DOCTOR, Optional.empty(), Set.of(), range, false, true, PageRequest.first(1)),
            Room.unlimited());
  }
}

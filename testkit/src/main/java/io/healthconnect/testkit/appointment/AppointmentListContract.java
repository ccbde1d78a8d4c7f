package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of lists of appointments: which ones, and in which order. */
public interface AppointmentListContract {
  Comparator<Appointment> BY_START =
      Comparator.<Appointment, Instant>comparing(
              appointment -> appointment.time().slot().startsAt())
          .thenComparing(appointment -> appointment.id().value());

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AppointmentRepository appointments() {
    return stores().appointments();
  }

  private Appointment booked(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        appointments()
            .book(
                Appointments.pending(id, doctor, patient, minute),
                Optional.empty(),
                Appointments.UNLIMITED));
  }

  private static AppointmentQuery all(String person, boolean descending) {
    return new AppointmentQuery(
        new AccountId(person),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        descending,
        PageRequest.first(100));
  }

  private static List<String> ids(Page<Appointment> page) {
    return page.items().stream().map(appointment -> appointment.id().value()).toList();
  }

  @Test
  default void listsOwnAppointmentsInOrderOfTheirStart() {
    booked("v3", "d1", "p1", 90);
    booked("v1", "d1", "p2", 30);
    booked("v2", "d2", "p1", 60);
    assertEquals(List.of("v1", "v3"), ids(appointments().list(all("d1", false))));
    assertEquals(List.of("v3", "v1"), ids(appointments().list(all("d1", true))));
    assertEquals(List.of("v2", "v3"), ids(appointments().list(all("p1", false))));
    assertEquals(List.of("v3", "v2"), ids(appointments().list(all("p1", true))));
    assertEquals(List.of(), ids(appointments().list(all("nobody", false))));
  }

  @Test
  default void filtersByStatusAndByHalfOpenTime() {
    booked("v1", "d1", "p1", 0);
    Appointment second = booked("v2", "d1", "p1", 30);
    booked("v3", "d1", "p1", 60);
    appointments().save(value(second.confirm(BOOKED)));
    assertEquals(
        List.of("v2"), ids(appointments().list(filtered(Set.of(AppointmentStatus.SCHEDULED)))));
    assertEquals(
        List.of("v1", "v2", "v3"),
        ids(
            appointments()
                .list(filtered(Set.of(AppointmentStatus.PENDING, AppointmentStatus.SCHEDULED)))));
    Instant from = at(30, 30).slot().startsAt();
    Instant to = at(60, 30).slot().startsAt();
    AppointmentQuery between =
        new AppointmentQuery(
            new AccountId("d1"),
            Optional.empty(),
            Set.of(),
            Optional.of(from),
            Optional.of(to),
            false,
            PageRequest.first(10));
    assertEquals(List.of("v2"), ids(appointments().list(between)));
  }

  private static AppointmentQuery filtered(Set<AppointmentStatus> statuses) {
    return new AppointmentQuery(
        new AccountId("d1"),
        Optional.empty(),
        statuses,
        Optional.empty(),
        Optional.empty(),
        false,
        PageRequest.first(10));
  }

  @Test
  default void listsTheAppointmentsWithOnePerson() {
    booked("v1", "d1", "p1", 30);
    booked("v2", "d1", "p2", 60);
    booked("v3", "d1", "p1", 90);
    booked("v4", "d2", "p1", 120);
    for (boolean descending : new boolean[] {false, true}) {
      List<String> two = descending ? List.of("v3", "v1") : List.of("v1", "v3");
      assertEquals(two, ids(appointments().list(between("d1", "p1", Set.of(), descending))));
      assertEquals(two, ids(appointments().list(between("p1", "d1", Set.of(), descending))));
    }
    Set<AppointmentStatus> pending = Set.of(AppointmentStatus.PENDING);
    assertEquals(List.of("v2"), ids(appointments().list(between("d1", "p2", pending, false))));
    assertEquals(List.of("v4"), ids(appointments().list(between("p1", "d2", pending, false))));
    assertEquals(List.of(), ids(appointments().list(between("d2", "p2", Set.of(), false))));
    assertEquals(List.of(), ids(appointments().list(between("d1", "nobody", Set.of(), false))));
  }

  private static AppointmentQuery between(
      String person, String with, Set<AppointmentStatus> statuses, boolean descending) {
    return new AppointmentQuery(
        new AccountId(person),
        Optional.of(new AccountId(with)),
        statuses,
        Optional.empty(),
        Optional.empty(),
        descending,
        PageRequest.first(100));
  }

  @Test
  default void pagesAppointmentsThatStartTogether() {
    for (int i = 0; i < 5; i++) {
      Appointment appointment = booked("v" + i, "d1", "p1", 0);
      appointments()
          .save(value(appointment.cancel(appointment.patientId().account(), "ill", BOOKED)));
    }
    booked("v9", "d1", "p1", 30);
    for (boolean descending : new boolean[] {false, true}) {
      List<String> seen =
          walk(
              page ->
                  appointments()
                      .list(
                          new AppointmentQuery(
                              new AccountId("d1"),
                              Optional.empty(),
                              Set.of(),
                              Optional.empty(),
                              Optional.empty(),
                              descending,
                              page)));
      assertEquals(ids(appointments().list(all("d1", descending))), seen);
      assertEquals(6, Set.copyOf(seen).size());
    }
  }

  /**
   * Statuses are interleaved, several appointments share a start, and each bound falls on a start.
   */
  @Test
  default void pagesWhateverIsFilteredWithoutGapsOrRepeats() {
    List<Appointment> made = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Appointment appointment = booked("v" + i, "d1", "p1", i / 3 * 30);
      // Three share a start, which is allowed because two of them no longer occupy it.
      made.add(
          i % 3 == 0
              ? appointments().save(value(appointment.decline(Optional.empty(), BOOKED)))
              : i % 3 == 1
                  ? appointments()
                      .save(value(appointment.cancel(new AccountId("p1"), "ill", BOOKED)))
                  : appointment);
    }
    Set<AppointmentStatus> over = Set.of(AppointmentStatus.DECLINED, AppointmentStatus.CANCELLED);
    Optional<Instant> from = Optional.of(at(30, 30).slot().startsAt());
    Optional<Instant> to = Optional.of(at(90, 30).slot().startsAt());
    for (Set<AppointmentStatus> statuses : List.of(Set.<AppointmentStatus>of(), over)) {
      for (boolean descending : new boolean[] {false, true}) {
        List<String> expected =
            made.stream()
                .filter(
                    appointment -> statuses.isEmpty() || statuses.contains(appointment.status()))
                .filter(appointment -> !appointment.time().slot().startsAt().isBefore(from.get()))
                .filter(appointment -> appointment.time().slot().startsAt().isBefore(to.get()))
                .sorted(descending ? BY_START.reversed() : BY_START)
                .map(appointment -> appointment.id().value())
                .toList();
        AccountId doctor = new AccountId("d1");
        assertEquals(
            expected,
            walk(
                page ->
                    appointments()
                        .list(
                            new AppointmentQuery(
                                doctor, Optional.empty(), statuses, from, to, descending, page))));
      }
    }
  }

  @Test
  default void pagesReviewsLatestFirst() {
    for (int i = 0; i < 5; i++) {
      Appointment appointment =
          appointments().save(Appointments.completed(booked("v" + i, "d1", "p1", 30 * i)));
      appointments().addReview(value(appointment.reviewed(4, "", BOOKED.plusMillis(i / 2))));
    }
    booked("v8", "d1", "p1", 300);
    List<String> seen = walk(page -> appointments().reviewed(DoctorId.of("d1"), page));
    assertEquals(List.of("v4", "v3", "v2", "v1", "v0"), seen);
  }

  private static List<String> walk(Function<PageRequest, Page<Appointment>> list) {
    List<String> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<Appointment> page = list.apply(new PageRequest(2, after));
      seen.addAll(ids(page));
      after = page.next();
    } while (after.isPresent());
    return seen;
  }

  @Test
  default void pagesTheDoctorsPatients() {
    for (int i = 0; i < 5; i++) {
      booked("a" + i, "d1", "p" + i, 60 * i);
      booked("b" + i, "d1", "p" + i, 60 * i + 30);
    }
    Appointment declined = booked("c", "d1", "p9", 600);
    appointments().save(value(declined.decline(Optional.empty(), BOOKED)));
    List<String> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      var page = appointments().patientsOf(DoctorId.of("d1"), new PageRequest(2, after));
      page.items().forEach(patient -> seen.add(patient.value()));
      after = page.next();
    } while (after.isPresent());
    assertEquals(List.of("p0", "p1", "p2", "p3", "p4"), seen);
  }

  @Test
  default void findsOccupyingAppointmentsThatOverlapARange() {
    booked("v1", "d1", "p1", 0);
    booked("v2", "d1", "p1", 60);
    Appointment cancelled = booked("v3", "d1", "p1", 120);
    appointments().save(value(cancelled.cancel(new AccountId("p1"), "ill", BOOKED)));
    booked("v4", "d2", "p2", 60);
    assertEquals(List.of("v1", "v2"), occupying(0, 600));
    assertEquals(List.of("v1", "v2"), occupying(29, 32));
    assertEquals(List.of(), occupying(30, 30));
    assertEquals(List.of("v2"), occupying(70, 5));
    assertEquals(List.of(), occupying(-60, 60));
  }

  @Test
  default void findsTheOccupiedTimesOfManyDoctors() {
    People.add(stores(), "d1", "p1");
    People.add(stores(), "d2", "p2");
    People.add(stores(), "d3", "p3");
    booked("v2", "d1", "p1", 60);
    booked("v1", "d1", "p2", 0);
    booked("v3", "d2", "p1", 120);
    booked("v4", "d3", "p3", 60);
    Appointment cancelled = booked("v5", "d2", "p2", 60);
    appointments().save(value(cancelled.cancel(new AccountId("p2"), "ill", BOOKED)));
    assertEquals(
        Map.of(
            DoctorId.of("d1"), List.of(at(0, 30).slot(), at(60, 30).slot()),
            DoctorId.of("d2"), List.of(at(120, 30).slot())),
        occupied(0, 600, "d1", "d2", "unknown"));
    assertEquals(
        Map.of(DoctorId.of("d1"), List.of(at(0, 30).slot())), occupied(29, 31, "d1", "d2"));
    assertEquals(Map.of(), occupied(30, 30, "d1", "d2", "d3"));
    assertEquals(Map.of(), occupied(0, 600));
  }

  private Map<DoctorId, List<TimeSlot>> occupied(int minute, int length, String... doctors) {
    List<DoctorId> ids = Stream.of(doctors).map(DoctorId::of).toList();
    return appointments().occupied(ids, at(minute, length).slot());
  }

  private List<String> occupying(int minute, int length) {
    return appointments().occupying(DoctorId.of("d1"), at(minute, length).slot()).stream()
        .map(appointment -> appointment.id().value())
        .toList();
  }

  @Test
  default void refusesAListCursorThatSomebodyMadeUp() {
    People.add(stores(), "d1", "p1");
    PageRequest page = new PageRequest(2, Optional.of(new Cursor("made-up", "x")));
    assertThrows(
        InvalidValueException.class, () -> appointments().reviewed(DoctorId.of("d1"), page));
  }
}

package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.Notes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindAppointmentTest {
  private final AppointmentWorld world =
      new AppointmentWorld(AppointmentLimits.DEFAULT.withReschedulings(100).withNoteVersions(10));
  private final AppointmentId id = value(world.book(PATIENT, "09:00")).id();

  private Optional<FindAppointment.Found> find(Actor actor, AppointmentId wanted) {
    return world.use.find().findAppointment(new FindAppointment.Query(actor, wanted));
  }

  @Test
  void existsForItsTwoParticipantsOnly() {
    assertEquals(id, find(PATIENT, id).orElseThrow().appointment().id());
    assertEquals(id, find(DOCTOR, id).orElseThrow().appointment().id());
    assertEquals(Optional.empty(), find(OTHER, id));
    assertEquals(Optional.empty(), find(PATIENT, new AppointmentId("none")));
  }

  @Test
  void showsNotesToThePatientOnceItIsCompleted() {
    value(world.change(DOCTOR, id, new Intent.WriteNotes("rest")));
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(Notes.NONE, find(PATIENT, id).orElseThrow().appointment().notes());
    world.clock.set(MONDAY_NINE);
    value(world.change(DOCTOR, id, new Intent.Complete()));
    assertEquals(1, find(PATIENT, id).orElseThrow().appointment().notes().versions());
  }

  @Test
  void tellsThePatientWhoWaitsHowSoonTheDoctorUsuallyConfirms() {
    for (String time : List.of("10:00", "10:30", "11:00")) {
      AppointmentId other = value(world.book(OTHER, time)).id();
      world.clock.advance(Duration.ofMinutes(7));
      value(world.change(DOCTOR, other, new Intent.Confirm()));
    }
    assertEquals(
        Optional.of(Duration.ofMinutes(7)), find(PATIENT, id).orElseThrow().usualConfirmation());
    assertEquals(Optional.empty(), find(DOCTOR, id).orElseThrow().usualConfirmation());
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(Optional.empty(), find(PATIENT, id).orElseThrow().usualConfirmation());
  }

  @Test
  void showsTheNewestChangesOldestFirst() {
    assertEquals(
        List.of(Optional.empty()),
        find(PATIENT, id).orElseThrow().history().stream().map(change -> change.from()).toList());
    for (int i = 0; i < FindAppointment.MAX_HISTORY; i++) {
      value(world.move(DOCTOR, id, i % 2 == 0 ? "11:00" : "12:00"));
    }
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    var history = find(PATIENT, id).orElseThrow().history();
    assertEquals(FindAppointment.MAX_HISTORY, history.size());
    assertEquals(AppointmentStatus.SCHEDULED, history.get(history.size() - 1).to());
    assertEquals(Optional.of(AppointmentStatus.PENDING), history.get(0).from());
  }
}

package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.testkit.RecordedChanges;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndWaitingTest {
  private final AppointmentWorld world = new AppointmentWorld(UNLIMITED);
  private Appointment visit;

  @BeforeEach
  void waits() {
    visit = value(world.book(PATIENT, "09:00"));
    value(world.change(DOCTOR, visit.id(), new Intent.Confirm()));
    world
        .store
        .attendances()
        .change(
            visit.id(),
            before ->
                new Step<>(
                    Optional.of(
                        Attendance.seen(visit, MONDAY_NINE).join(new DeviceId("tab"), MONDAY_NINE)),
                    true));
  }

  private boolean present() {
    return world.store.attendances().find(List.of(visit.id())).get(visit.id()).present();
  }

  @Test
  void endsWhenTheAppointmentIsCancelled() {
    RecordedChanges changes = RecordedChanges.from(world.store.feed());
    value(world.change(DOCTOR, visit.id(), new Intent.Cancel("ill")));
    assertFalse(present());
    assertEquals(1, changes.all().stream().filter(Change.WaitingChanged.class::isInstance).count());
  }

  @Test
  void endsWhenTheAppointmentIsMoved() {
    value(world.move(DOCTOR, visit.id(), "11:00"));
    assertFalse(present());
  }

  @Test
  void endsWhenTheAppointmentIsCompleted() {
    world.clock.set(MONDAY_NINE);
    value(world.change(DOCTOR, visit.id(), new Intent.Complete()));
    assertFalse(present());
  }

  @Test
  void goesOnWhileTheDoctorWrites() {
    value(world.change(DOCTOR, visit.id(), new Intent.WriteNotes("cough")));
    assertTrue(present());
  }
}

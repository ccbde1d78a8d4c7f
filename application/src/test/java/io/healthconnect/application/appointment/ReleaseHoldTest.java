package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.Hold;
import org.junit.jupiter.api.Test;

class ReleaseHoldTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);

  @Test
  void onlyTheHolderMakesTheSlotFreeAgain() {
    Hold hold = value(world.hold(PATIENT, "09:00"));
    assertFalse(world.use.releaseHold().releaseHold(OTHER, hold.id()));
    assertFalse(world.use.releaseHold().releaseHold(DOCTOR, hold.id()));
    assertTrue(world.use.releaseHold().releaseHold(PATIENT, hold.id()));
    assertFalse(world.use.releaseHold().releaseHold(PATIENT, hold.id()));
    value(world.book(OTHER, "09:00"));
  }
}

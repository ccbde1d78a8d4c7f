package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.Hold;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindHoldTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);

  @Test
  void findsOnesOwnHoldWhileItIsLive() {
    Hold hold = value(world.hold(PATIENT, "09:00"));
    assertEquals(Optional.of(hold), world.use.findHold().findHold(PATIENT));
    assertEquals(Optional.empty(), world.use.findHold().findHold(OTHER));
    assertEquals(Optional.empty(), world.use.findHold().findHold(DOCTOR));
    world.clock.advance(Hold.LIFE);
    assertEquals(Optional.empty(), world.use.findHold().findHold(PATIENT));
  }
}

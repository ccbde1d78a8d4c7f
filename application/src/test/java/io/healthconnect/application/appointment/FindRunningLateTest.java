package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindRunningLateTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);

  private Optional<Integer> minutesOf(String doctor) {
    return world
        .use
        .findRunningLate()
        .findRunningLate(DoctorId.of(doctor))
        .map(RunningLate::minutes);
  }

  @Test
  void findsWhatCountsNow() {
    assertTrue(world.use.sayRunningLate().sayRunningLate(DOCTOR, 20));
    assertEquals(Optional.of(20), minutesOf("d1"));
    assertEquals(Optional.empty(), minutesOf("d2"));
    world.clock.advance(RunningLate.LIFE.minus(Duration.ofMillis(1)));
    assertEquals(Optional.of(20), minutesOf("d1"));
    world.clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), minutesOf("d1"));
  }
}

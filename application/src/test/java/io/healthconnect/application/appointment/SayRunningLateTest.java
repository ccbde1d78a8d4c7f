package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.doctor.DoctorId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SayRunningLateTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);

  private boolean say(int minutes) {
    return world.use.sayRunningLate().sayRunningLate(DOCTOR, minutes);
  }

  private Optional<RunningLate> found() {
    return world.use.findRunningLate().findRunningLate(DoctorId.of("d1"));
  }

  @Test
  void keepsWhatTheDoctorSaysUntilTheDoctorTakesItBack() {
    assertTrue(say(20));
    assertEquals(
        Optional.of(new RunningLate(DoctorId.of("d1"), 20, world.clock.instant())), found());
    assertTrue(say(0));
    assertEquals(Optional.empty(), found());
  }

  @Test
  void isForDoctorsAndForSomeHoursAtMost() {
    assertFalse(world.use.sayRunningLate().sayRunningLate(PATIENT, 20));
    assertThrows(InvalidValueException.class, () -> say(-1));
    assertThrows(InvalidValueException.class, () -> say(241));
    assertEquals(Optional.empty(), found());
  }
}

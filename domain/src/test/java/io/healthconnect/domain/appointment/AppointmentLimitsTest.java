package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AppointmentLimitsTest {
  @Test
  void eachLimitIsSetByItsName() {
    AppointmentLimits limits =
        AppointmentLimits.DEFAULT
            .withOpen(1)
            .withOpenWithDoctor(2)
            .withReschedulings(3)
            .withNoteVersions(4);
    assertEquals(new AppointmentLimits(1, 2, 3, 4), limits);
  }

  @Test
  void defaultsAreThoseOfTheSettings() {
    assertEquals(new AppointmentLimits(20, 5, 10, 100), AppointmentLimits.DEFAULT);
  }
}

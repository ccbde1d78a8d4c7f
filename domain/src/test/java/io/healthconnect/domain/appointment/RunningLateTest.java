package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningLateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofHours(8));

  private static RunningLate late(int minutes, Instant since) {
    return new RunningLate(DoctorId.of("d1"), minutes, since);
  }

  @Test
  void isOverAfterEightHours() {
    assertTrue(late(5, NOW).isLive(END.minusMillis(1)));
    assertFalse(late(5, NOW).isLive(END));
    assertEquals(new TimeSlot(NOW, END), late(5, NOW).period());
  }

  @Test
  void isBetweenOneMinuteAndFourHours() {
    late(1, NOW);
    late(240, NOW);
    assertThrows(InvalidValueException.class, () -> late(0, NOW));
    assertThrows(InvalidValueException.class, () -> late(241, NOW));
  }

  @Test
  void isNewsUnlessTheDoctorWasAsLateBefore() {
    RunningLate now = late(20, NOW);
    assertTrue(now.isNews(Optional.empty()));
    assertTrue(now.isNews(Optional.of(late(19, NOW))));
    assertFalse(now.isNews(Optional.of(late(20, NOW))));
    assertFalse(now.isNews(Optional.of(late(30, NOW))));
    assertTrue(now.isNews(Optional.of(late(30, NOW.minus(RunningLate.LIFE)))));
  }
}

package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static TimeSlot slot(int from, int to) {
    return new TimeSlot(NINE.plusSeconds(60L * from), NINE.plusSeconds(60L * to));
  }

  @Test
  void endsAfterItsStart() {
    assertThrows(InvalidValueException.class, () -> slot(0, 0));
    assertThrows(InvalidValueException.class, () -> slot(1, 0));
  }

  @Test
  void slotsThatTouchDoNotOverlap() {
    assertFalse(slot(0, 30).overlaps(slot(30, 60)));
    assertFalse(slot(30, 60).overlaps(slot(0, 30)));
    assertTrue(slot(0, 30).overlaps(slot(29, 60)));
    assertTrue(slot(29, 60).overlaps(slot(0, 30)));
    assertTrue(slot(0, 60).overlaps(slot(10, 20)));
    assertTrue(slot(10, 20).overlaps(slot(0, 60)));
  }

  @Test
  void widensOnBothSides() {
    assertEquals(slot(-5, 35), slot(0, 30).widenedBy(Duration.ofMinutes(5)));
  }
}

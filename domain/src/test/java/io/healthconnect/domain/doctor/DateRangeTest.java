package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateRangeTest {
  private static final LocalDate LEAP_DAY = LocalDate.parse("2028-02-29");

  @Test
  void includesBothEnds() {
    DateRange range = new DateRange(LEAP_DAY, LEAP_DAY.plusDays(1));
    assertEquals(List.of(LEAP_DAY, LEAP_DAY.plusDays(1)), range.dates().toList());
    assertTrue(range.contains(LEAP_DAY));
    assertTrue(range.contains(LEAP_DAY.plusDays(1)));
    assertFalse(range.contains(LEAP_DAY.minusDays(1)));
    assertFalse(range.contains(LEAP_DAY.plusDays(2)));
    assertEquals(List.of(LEAP_DAY), DateRange.of(LEAP_DAY).dates().toList());
  }

  @Test
  void doesNotEndBeforeItsStart() {
    assertThrows(InvalidValueException.class, () -> new DateRange(LEAP_DAY, LEAP_DAY.minusDays(1)));
  }

  @Test
  void hasAtMostTheGivenNumberOfDays() {
    DateRange week = new DateRange(LEAP_DAY, LEAP_DAY.plusDays(6));
    assertEquals(week, week.atMost(7));
    assertThrows(InvalidValueException.class, () -> week.atMost(6));
  }
}

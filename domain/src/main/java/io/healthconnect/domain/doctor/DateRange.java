package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

/** Consecutive dates, both ends included. */
public record DateRange(LocalDate from, LocalDate to) {
  public DateRange {
    if (to.isBefore(from)) {
      throw new InvalidValueException("to", "must not be before from", Code.OUT_OF_RANGE);
    }
  }

  /** A range of a single date. */
  public static DateRange of(LocalDate date) {
    return new DateRange(date, date);
  }

  /**
   * Returns this range.
   *
   * @throws InvalidValueException if it has more days than {@code max}
   */
  public DateRange atMost(int max) {
    if (ChronoUnit.DAYS.between(from, to) >= max) {
      throw new InvalidValueException(
          "to",
          "must be at most " + max + " days from from",
          Code.TOO_LONG,
          Map.of("max", (long) max));
    }
    return this;
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  /** The dates in their order. */
  public Stream<LocalDate> dates() {
    return from.datesUntil(to.plusDays(1));
  }
}

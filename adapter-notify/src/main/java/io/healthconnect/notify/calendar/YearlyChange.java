package io.healthconnect.notify.calendar;

import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A change of an offset on a certain weekday of a month, counted from the beginning or the end,
 * each year.
 *
 * @param place 1 for the first, 2 for the second; -1 for the last
 */
record YearlyChange(Month month, java.time.DayOfWeek day, int place) {
  private static final int WEEK = 7;

  /** For so many years the two ways to say it are compared. */
  private static final int YEARS = 10;

  /**
   * @param first a local time at which the rule changes the offset
   * @return empty if the rule says it in another way
   */
  static Optional<YearlyChange> of(ZoneOffsetTransitionRule rule, LocalDateTime first) {
    int week = (first.getDayOfMonth() - 1) / WEEK + 1;
    return Stream.of(-1, week)
        .map(place -> new YearlyChange(first.getMonth(), first.getDayOfWeek(), place))
        .filter(change -> change.says(rule, first))
        .findFirst();
  }

  private boolean says(ZoneOffsetTransitionRule rule, LocalDateTime first) {
    return IntStream.range(first.getYear(), first.getYear() + YEARS)
        .allMatch(
            year ->
                rule.createTransition(year)
                    .getDateTimeBefore()
                    .equals(in(year).atTime(first.toLocalTime())));
  }

  private LocalDate in(int year) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(place, day));
  }

  Recurrence recurrence() {
    return new Recurrence.Builder(Frequency.YEARLY)
        .byMonth(month.getValue())
        .byDay(place, DayOfWeek.valueOf(day.name()))
        .build();
  }
}

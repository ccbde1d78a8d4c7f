package io.healthconnect.rest.http;

import io.healthconnect.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads dates and times from outside; application.view.WireTimes writes them. */
public final class TimeTexts {
  private static final Pattern DATE_SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME_SHAPE = Pattern.compile("\\d{2}:\\d{2}");

  /** A year has four digits: milliseconds do not reach the years that the JDK knows. */
  private static final Pattern INSTANT_SHAPE = Pattern.compile("\\d{4}-.{1,36}");

  private TimeTexts() {}

  /** Reads {@code YYYY-MM-DD}. */
  public static LocalDate date(String field, String text) {
    if (!DATE_SHAPE.matcher(text).matches()) {
      throw new InvalidValueException(field, "must be a date like 2026-01-31");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException(field, "is not a date of the calendar");
    }
  }

  /** Reads {@code HH:mm}. */
  public static LocalTime time(String field, String text) {
    if (!TIME_SHAPE.matcher(text).matches()) {
      throw new InvalidValueException(field, "must be a time like 09:30");
    }
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException(field, "is not a time of the day");
    }
  }

  /** Reads an instant, or a date, which means its first moment in UTC. */
  public static Instant instant(String field, String text) {
    if (DATE_SHAPE.matcher(text).matches()) {
      return date(field, text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    try {
      return INSTANT_SHAPE.matcher(text).matches() ? Instant.parse(text) : fail(field);
    } catch (DateTimeException e) {
      return fail(field);
    }
  }

  private static Instant fail(String field) {
    throw new InvalidValueException(field, "must be a date or an instant in UTC");
  }
}

package io.healthconnect.rest.http.request;

import io.healthconnect.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Parses dates and times from outside; WireTimes writes them. */
public final class TimeParser {
  private static final Pattern DATE_SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME_SHAPE = Pattern.compile("\\d{2}:\\d{2}");

  /** A year has four digits: milliseconds cannot represent all years that the JDK accepts. */
  private static final Pattern INSTANT_SHAPE = Pattern.compile("\\d{4}-.{1,36}");

  private TimeParser() {}

  /** Whether the text has the format of a date, as opposed to an instant. */
  public static boolean isDate(String text) {
    return DATE_SHAPE.matcher(text).matches();
  }

  /** Parses {@code YYYY-MM-DD}. */
  public static LocalDate date(String field, String text) {
    if (!DATE_SHAPE.matcher(text).matches()) {
      throw new InvalidValueException(field, "must be a date like 2026-01-31");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException(field, "is not a calendar date");
    }
  }

  /** Parses {@code HH:mm}. */
  public static LocalTime time(String field, String text) {
    if (!TIME_SHAPE.matcher(text).matches()) {
      throw new InvalidValueException(field, "must be a time like 09:30");
    }
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException(field, "is not a time of day");
    }
  }

  /** Parses an instant in UTC. */
  public static Instant instant(String field, String text) {
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

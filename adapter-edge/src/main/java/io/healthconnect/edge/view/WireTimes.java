package io.healthconnect.edge.view;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Formats times for the wire: instants as ISO 8601 in UTC with milliseconds, wall times as {@code
 * HH:mm}.
 */
public final class WireTimes {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private WireTimes() {}

  public static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  public static String time(LocalTime time) {
    return TIME.format(time);
  }
}

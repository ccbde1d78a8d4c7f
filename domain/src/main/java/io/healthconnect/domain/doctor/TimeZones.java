package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Parses IANA time zone names. */
public final class TimeZones {
  private TimeZones() {}

  /**
   * @throws InvalidValueException if the JDK's tzdata has no region with that name
   */
  public static ZoneId parse(String text) {
    try {
      if (text.length() <= 64 && ZoneId.getAvailableZoneIds().contains(text)) {
        return ZoneId.of(text);
      }
    } catch (DateTimeException e) {
      throw new InvalidValueException("timeZone", "is not an IANA time zone", Code.UNKNOWN_VALUE);
    }
    throw new InvalidValueException("timeZone", "is not an IANA time zone", Code.UNKNOWN_VALUE);
  }
}

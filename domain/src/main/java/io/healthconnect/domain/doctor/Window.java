package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import java.time.LocalTime;

/**
 * Opening hours within a day, in the doctor's wall time and whole minutes. An end that is not after
 * the start lies on the next day: 21:00 to 03:00 crosses midnight, 00:00 to 00:00 is the whole day.
 */
public record Window(LocalTime startTime, LocalTime endTime) {
  public Window {
    wholeMinutes("startTime", startTime);
    wholeMinutes("endTime", endTime);
    if (startTime.equals(endTime) && !startTime.equals(LocalTime.MIDNIGHT)) {
      throw new InvalidValueException("endTime", "must differ from the start time");
    }
  }

  /** Minutes from midnight of the day the window belongs to; up to 2 days. */
  public int startMinute() {
    return startTime.toSecondOfDay() / 60;
  }

  /**
   * Minutes from midnight of the day the window belongs to, past 1,440 when it crosses midnight.
   */
  public int endMinute() {
    int end = endTime.toSecondOfDay() / 60;
    return end > startMinute() ? end : end + 24 * 60;
  }

  boolean overlaps(Window other) {
    return startMinute() < other.endMinute() && other.startMinute() < endMinute();
  }

  private static void wholeMinutes(String field, LocalTime time) {
    if (time.getSecond() != 0 || time.getNano() != 0) {
      throw new InvalidValueException(field, "must be whole minutes");
    }
  }
}

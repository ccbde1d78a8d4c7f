package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.time.LocalTime;

/**
 * A range of wall-clock time in the doctor's zone, in whole minutes. An end that is not after the
 * start is on the next day: 21:00 to 03:00 crosses midnight, and 00:00 to 00:00 is the whole day.
 */
public record Window(LocalTime startTime, LocalTime endTime) {
  public Window {
    wholeMinutes("startTime", startTime);
    wholeMinutes("endTime", endTime);
    if (startTime.equals(endTime) && !startTime.equals(LocalTime.MIDNIGHT)) {
      throw new InvalidValueException(
          "endTime", "must differ from the start time", Code.NOT_ALLOWED);
    }
  }

  /** The start in minutes from midnight of the window's date, 0 to 1,439. */
  public int startMinute() {
    return startTime.toSecondOfDay() / 60;
  }

  /**
   * The end in minutes from midnight of the window's date: at most 1,440 if the window ends on that
   * date, up to 2,879 if it crosses midnight.
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

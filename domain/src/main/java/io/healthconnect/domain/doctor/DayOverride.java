package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.time.LocalDate;
import java.util.List;

/**
 * The exception to the weekly schedule on one date. Its windows are open in addition to the weekly
 * ones. With time off, the weekly windows are closed, including the part of the previous day's
 * windows after midnight, and only the given windows, if any, are open.
 */
public record DayOverride(LocalDate date, boolean timeOff, List<Window> windows) {
  public DayOverride {
    windows = WeeklySchedule.ordered("windows", windows);
    if (!timeOff && windows.isEmpty()) {
      throw new InvalidValueException(
          "windows", "must not be empty unless it is time off", Code.REQUIRED);
    }
  }
}

package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import java.time.LocalDate;
import java.util.List;

/**
 * What is different on one date. Windows are open in addition to the weekly ones; with time off the
 * weekly ones are closed, and so is what spills over midnight from the day before, and only the
 * given windows, if any, are open.
 */
public record DayOverride(LocalDate date, boolean timeOff, List<Window> windows) {
  public DayOverride {
    windows = WeeklySchedule.ordered("windows", windows);
    if (!timeOff && windows.isEmpty()) {
      throw new InvalidValueException("windows", "must not be empty unless it is time off");
    }
  }
}

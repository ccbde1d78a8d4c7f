package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A doctor's weekly schedule: for each weekday any number of windows, in order and without
 * overlaps.
 */
public record WeeklySchedule(Map<DayOfWeek, List<Window>> windows) {
  private static final int MAX_WINDOWS_A_DAY = 12;

  public static final WeeklySchedule EMPTY = new WeeklySchedule(Map.of());

  public WeeklySchedule {
    Map<DayOfWeek, List<Window>> copy = new EnumMap<>(DayOfWeek.class);
    windows.forEach(
        (day, list) -> {
          if (!list.isEmpty()) {
            copy.put(day, ordered("schedule", list));
          }
        });
    windows = Collections.unmodifiableMap(copy);
  }

  public List<Window> on(DayOfWeek day) {
    return windows.getOrDefault(day, List.of());
  }

  static List<Window> ordered(String field, List<Window> windows) {
    if (windows.size() > MAX_WINDOWS_A_DAY) {
      throw InvalidValueException.tooMany(field, MAX_WINDOWS_A_DAY);
    }
    List<Window> sorted =
        windows.stream().sorted(Comparator.comparingInt(Window::startMinute)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).overlaps(sorted.get(i))) {
        throw new InvalidValueException(field, "has windows of one day that overlap", Code.OVERLAP);
      }
    }
    return sorted;
  }
}

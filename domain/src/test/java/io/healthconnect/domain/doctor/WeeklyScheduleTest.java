package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyScheduleTest {
  private static Window window(int start, int end) {
    return new Window(LocalTime.of(start, 0), LocalTime.of(end, 0));
  }

  @Test
  void putsTheWindowsOfADayInOrder() {
    WeeklySchedule week =
        new WeeklySchedule(
            Map.of(
                DayOfWeek.MONDAY, List.of(window(13, 17), window(9, 12)),
                DayOfWeek.SUNDAY, List.of()));
    assertEquals(List.of(window(9, 12), window(13, 17)), week.on(DayOfWeek.MONDAY));
    assertEquals(List.of(), week.on(DayOfWeek.SUNDAY));
    assertEquals(Set.of(DayOfWeek.MONDAY), week.windows().keySet());
    assertEquals(WeeklySchedule.EMPTY, new WeeklySchedule(Map.of(DayOfWeek.SUNDAY, List.of())));
  }

  @Test
  void refusesWindowsOfADayThatOverlap() {
    Map<DayOfWeek, List<Window>> overlapping =
        Map.of(DayOfWeek.MONDAY, List.of(window(9, 12), window(11, 13)));
    assertEquals(
        "schedule",
        assertThrows(InvalidValueException.class, () -> new WeeklySchedule(overlapping)).field());
  }

  @Test
  void aDayHasAtMostTwelveWindows() {
    List<Window> windows = new ArrayList<>();
    for (int hour = 0; hour < 12; hour++) {
      windows.add(window(hour, hour + 1));
    }
    assertEquals(
        12, new WeeklySchedule(Map.of(DayOfWeek.MONDAY, windows)).on(DayOfWeek.MONDAY).size());
    windows.add(window(12, 13));
    assertThrows(
        InvalidValueException.class, () -> new WeeklySchedule(Map.of(DayOfWeek.MONDAY, windows)));
  }
}

package io.healthconnect.rest.doctor;

import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.edge.view.WireTimes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Schedules as written on the wire; {@link ScheduleRequest} reads them. */
public final class ScheduleResponse {
  /** A window of a day. */
  public record Window(String startTime, String endTime) {}

  /** A weekday, by its English name in lower case. */
  public record Day(String day, List<Window> windows) {}

  /** The override of a date. */
  public record Override(String date, boolean timeOff, List<Window> windows) {}

  private ScheduleResponse() {}

  /** The whole week from Monday, including days without windows. */
  public static List<Day> of(WeeklySchedule schedule) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new Day(day.name().toLowerCase(Locale.ROOT), windows(schedule.on(day))))
        .toList();
  }

  /** The overrides, ordered by date. */
  public static List<Override> of(Map<LocalDate, DayOverride> overrides) {
    return overrides.values().stream()
        .map(day -> new Override(day.date().toString(), day.timeOff(), windows(day.windows())))
        .toList();
  }

  private static List<Window> windows(List<io.healthconnect.domain.doctor.Window> windows) {
    return windows.stream()
        .map(
            window ->
                new Window(WireTimes.time(window.startTime()), WireTimes.time(window.endTime())))
        .toList();
  }
}

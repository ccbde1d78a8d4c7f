package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.Fields.element;
import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.view.WireTimes;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.rest.http.TimeTexts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Schedules as they are written on the wire. */
public final class ScheduleShapes {
  /** Opening hours of a day. */
  public record WindowShape(@Nullable String startTime, @Nullable String endTime) {
    Window read() {
      return new Window(
          TimeTexts.time("startTime", required("startTime", startTime)),
          TimeTexts.time("endTime", required("endTime", endTime)));
    }
  }

  /** A weekday, by its English name in lower case. */
  public record DayShape(@Nullable String day, @Nullable List<@Nullable WindowShape> windows) {}

  /** What is different on a date. */
  public record OverrideShape(String date, boolean timeOff, List<WindowShape> windows) {}

  private ScheduleShapes() {}

  static WeeklySchedule read(@Nullable List<@Nullable DayShape> days) {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    List<@Nullable DayShape> shapes = required("schedule", days);
    for (int i = 0; i < shapes.size(); i++) {
      @Nullable DayShape shape = shapes.get(i);
      element("schedule", i, () -> add(week, required("schedule", shape)));
    }
    return new WeeklySchedule(week);
  }

  /** The day is checked by itself, so that a problem with its windows names it. */
  private static WeeklySchedule add(Map<DayOfWeek, List<Window>> week, DayShape day) {
    DayOfWeek weekday = weekday(required("day", day.day()));
    List<Window> windows = windows(required("windows", day.windows()));
    if (week.put(weekday, windows) != null) {
      throw new InvalidValueException("day", "must be given once");
    }
    return new WeeklySchedule(Map.of(weekday, windows));
  }

  static List<Window> windows(List<@Nullable WindowShape> shapes) {
    return IntStream.range(0, shapes.size())
        .mapToObj(i -> element("windows", i, () -> required("windows", shapes.get(i)).read()))
        .toList();
  }

  /** The whole week from Monday, days without windows included. */
  public static List<DayShape> write(WeeklySchedule schedule) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new DayShape(day.name().toLowerCase(Locale.ROOT), write(schedule.on(day))))
        .toList();
  }

  /** The dates that differ, in order. */
  public static List<OverrideShape> write(Map<LocalDate, DayOverride> overrides) {
    return overrides.values().stream()
        .map(day -> new OverrideShape(day.date().toString(), day.timeOff(), write(day.windows())))
        .toList();
  }

  private static List<WindowShape> write(List<Window> windows) {
    return windows.stream()
        .map(
            window ->
                new WindowShape(
                    WireTimes.time(window.startTime()), WireTimes.time(window.endTime())))
        .toList();
  }

  private static DayOfWeek weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
        return day;
      }
    }
    throw new InvalidValueException("day", "must be a weekday like monday");
  }
}

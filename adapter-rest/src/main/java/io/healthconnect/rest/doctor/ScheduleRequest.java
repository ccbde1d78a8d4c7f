package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.request.Fields.element;
import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.rest.http.request.TimeParser;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A weekly schedule, as a doctor sends it. */
record ScheduleRequest(@Nullable List<ScheduleRequest.@Nullable Day> schedule) {
  /** A window of a day. */
  record Window(@Nullable String startTime, @Nullable String endTime) {
    private io.healthconnect.domain.doctor.Window parse() {
      return new io.healthconnect.domain.doctor.Window(
          TimeParser.time("startTime", required("startTime", startTime)),
          TimeParser.time("endTime", required("endTime", endTime)));
    }
  }

  /** A weekday, by its English name in lower case. */
  record Day(@Nullable String day, @Nullable List<@Nullable Window> windows) {}

  WeeklySchedule parse() {
    Map<DayOfWeek, List<io.healthconnect.domain.doctor.Window>> week =
        new EnumMap<>(DayOfWeek.class);
    List<@Nullable Day> days = required("schedule", schedule);
    for (int i = 0; i < days.size(); i++) {
      @Nullable Day day = days.get(i);
      element("schedule", i, () -> add(week, required("schedule", day)));
    }
    return new WeeklySchedule(week);
  }

  /** Each day is checked separately, so that a problem with its windows names it. */
  private static WeeklySchedule add(
      Map<DayOfWeek, List<io.healthconnect.domain.doctor.Window>> week, Day day) {
    DayOfWeek weekday = weekday(required("day", day.day()));
    List<io.healthconnect.domain.doctor.Window> windows =
        windows(required("windows", day.windows()));
    if (week.put(weekday, windows) != null) {
      throw new InvalidValueException("day", "must be given once", Code.DUPLICATE);
    }
    return new WeeklySchedule(Map.of(weekday, windows));
  }

  static List<io.healthconnect.domain.doctor.Window> windows(List<@Nullable Window> windows) {
    return IntStream.range(0, windows.size())
        .mapToObj(i -> element("windows", i, () -> required("windows", windows.get(i)).parse()))
        .toList();
  }

  private static DayOfWeek weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
        return day;
      }
    }
    throw new InvalidValueException("day", "must be a weekday like monday", Code.UNKNOWN_VALUE);
  }
}

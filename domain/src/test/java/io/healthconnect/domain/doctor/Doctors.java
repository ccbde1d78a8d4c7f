package io.healthconnect.domain.doctor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Doctors for the tests of this package. */
final class Doctors {
  static final Window WHOLE_DAY = window("00:00", "00:00");

  private Doctors() {}

  static Window window(String start, String end) {
    return new Window(LocalTime.parse(start), LocalTime.parse(end));
  }

  static WeeklySchedule everyDay(Window... windows) {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(windows));
    }
    return new WeeklySchedule(week);
  }

  static BookingRules rules(int slot, int buffer, int notice, int horizon) {
    return BookingRules.DEFAULT
        .withSlotMinutes(slot)
        .withBufferMinutes(buffer)
        .withMinimumNoticeMinutes(notice)
        .withHorizonDays(horizon);
  }

  static Doctor doctor(String zone, BookingRules rules, WeeklySchedule week) {
    return doctor(ZoneId.of(zone), rules, week, Map.of());
  }

  static Doctor doctor(
      ZoneId zone, BookingRules rules, WeeklySchedule week, Map<LocalDate, DayOverride> overrides) {
    return new Doctor(
        DoctorId.of("doctor-1"),
        new DoctorProfile("Cardiology", 5, "MD", "", Optional.empty(), zone),
        rules,
        week,
        overrides,
        1);
  }
}

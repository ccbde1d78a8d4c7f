package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the weekly windows and dated overrides of several doctors at a time. */
final class Schedules {
  private Schedules() {}

  private record OverrideKey(String doctor, LocalDate date) {}

  /**
   * @param ids identifiers as {@link Sql#array} makes them
   */
  static Map<String, WeeklySchedule> weeks(Sql sql, String ids) throws SQLException {
    Map<String, Map<DayOfWeek, List<Window>>> windows = new HashMap<>();
    sql.list(
        """
        SELECT * FROM doctor_window WHERE doctor_id IN (SELECT value FROM json_each(?))
        """,
        row ->
            windows
                .computeIfAbsent(row.text("doctor_id"), id -> new HashMap<>())
                .computeIfAbsent(DayOfWeek.of(row.smallNumber("weekday")), day -> new ArrayList<>())
                .add(DoctorRows.window(row)),
        ids);
    Map<String, WeeklySchedule> weeks = new HashMap<>();
    windows.forEach((id, week) -> weeks.put(id, new WeeklySchedule(week)));
    return weeks;
  }

  /**
   * @param ids identifiers as {@link Sql#array} makes them
   */
  static Map<String, Map<LocalDate, DayOverride>> overrides(Sql sql, String ids)
      throws SQLException {
    Map<OverrideKey, List<Window>> windows = new HashMap<>();
    sql.list(
        """
        SELECT * FROM doctor_override_window WHERE doctor_id IN (SELECT value FROM json_each(?))
        """,
        row ->
            windows
                .computeIfAbsent(override(row), key -> new ArrayList<>())
                .add(DoctorRows.window(row)),
        ids);
    Map<String, Map<LocalDate, DayOverride>> overrides = new HashMap<>();
    sql.list(
        "SELECT * FROM doctor_override WHERE doctor_id IN (SELECT value FROM json_each(?))",
        row -> {
          OverrideKey key = override(row);
          DayOverride day =
              new DayOverride(
                  key.date(), row.flag("time_off"), windows.getOrDefault(key, List.of()));
          overrides.computeIfAbsent(key.doctor(), id -> new TreeMap<>()).put(key.date(), day);
          return day;
        },
        ids);
    return overrides;
  }

  private static OverrideKey override(Row row) throws SQLException {
    return new OverrideKey(row.text("doctor_id"), LocalDate.parse(row.text("date")));
  }

  static void remove(Transaction transaction, String id) throws SQLException {
    transaction.update("DELETE FROM doctor_window WHERE doctor_id = ?", id);
    transaction.update("DELETE FROM doctor_override_window WHERE doctor_id = ?", id);
    transaction.update("DELETE FROM doctor_override WHERE doctor_id = ?", id);
  }

  static void add(Transaction transaction, Doctor doctor) throws SQLException {
    String id = doctor.id().value();
    for (Map.Entry<DayOfWeek, List<Window>> day : doctor.schedule().windows().entrySet()) {
      for (Window window : day.getValue()) {
        transaction.update(
            """
            INSERT INTO doctor_window (doctor_id, weekday, start_minute, end_minute)
            VALUES (?, ?, ?, ?)
            """,
            id,
            day.getKey().getValue(),
            DoctorRows.minute(window.startTime()),
            DoctorRows.minute(window.endTime()));
      }
    }
    for (DayOverride override : doctor.overrides().values()) {
      transaction.update(
          "INSERT INTO doctor_override (doctor_id, date, time_off) VALUES (?, ?, ?)",
          id,
          override.date(),
          override.timeOff());
      for (Window window : override.windows()) {
        transaction.update(
            """
            INSERT INTO doctor_override_window (doctor_id, date, start_minute, end_minute)
            VALUES (?, ?, ?, ?)
            """,
            id,
            override.date(),
            DoctorRows.minute(window.startTime()),
            DoctorRows.minute(window.endTime()));
      }
    }
  }
}

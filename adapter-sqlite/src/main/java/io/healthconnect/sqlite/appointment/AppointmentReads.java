package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads visits with their notes and history, of several visits at a time. */
final class AppointmentReads {
  static final String BY_IDS =
      "SELECT * FROM appointment WHERE id IN (SELECT value FROM json_each(?))";
  static final String NOTES =
      """
      SELECT * FROM appointment_note WHERE appointment_id IN (SELECT value FROM json_each(?))
      ORDER BY appointment_id, position
      """;
  static final String HISTORY =
      """
      SELECT * FROM appointment_history WHERE appointment_id IN (SELECT value FROM json_each(?))
      ORDER BY appointment_id, position
      """;

  private AppointmentReads() {}

  /** The visits of these identifiers, in this order. */
  static List<Appointment> all(Sql sql, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    String wanted = Sql.array(ids);
    Map<String, List<NoteVersion>> notes = grouped(sql, NOTES, AppointmentRows::note, wanted);
    Map<String, List<StatusChange>> history =
        grouped(sql, HISTORY, AppointmentRows::change, wanted);
    Map<String, Appointment> visits =
        sql
            .list(
                BY_IDS,
                row -> {
                  String id = row.text("id");
                  return AppointmentRows.appointment(
                      row, notes.getOrDefault(id, List.of()), history.getOrDefault(id, List.of()));
                },
                wanted)
            .stream()
            .collect(Collectors.toMap(visit -> visit.id().value(), Function.identity()));
    return ids.stream().flatMap(id -> Stream.ofNullable(visits.get(id))).toList();
  }

  /** The same page with visits in place of their identifiers. */
  static Page<Appointment> page(Sql sql, Page<String> ids) throws SQLException {
    return new Page<>(all(sql, ids.items()), ids.next());
  }

  private static <T> Map<String, List<T>> grouped(
      Sql sql, String query, Row.Mapper<T> mapper, String ids) throws SQLException {
    Map<String, List<T>> groups = new HashMap<>();
    sql.list(
        query,
        row ->
            groups
                .computeIfAbsent(row.text("appointment_id"), id -> new ArrayList<>())
                .add(mapper.map(row)),
        ids);
    return groups;
  }
}

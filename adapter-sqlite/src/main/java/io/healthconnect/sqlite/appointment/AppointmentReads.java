package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.History;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Notes;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads appointments in batches. Only the newest rows of notes and history are read with them,
 * however many there are.
 */
final class AppointmentReads {
  static final String BY_IDS =
      "SELECT * FROM appointment WHERE id IN (SELECT value FROM json_each(?))";
  static final String CURRENT_NOTES =
      """
      SELECT note.* FROM json_each(?) wanted
      JOIN appointment_note note ON note.appointment_id = wanted.value AND note.position =
        (SELECT max(position) FROM appointment_note WHERE appointment_id = wanted.value)
      """;
  static final String RECENT_CHANGES =
      """
      SELECT change.* FROM json_each(?) wanted
      JOIN appointment_change change ON change.appointment_id = wanted.value AND change.position >
        (SELECT max(position) - ? FROM appointment_change WHERE appointment_id = wanted.value)
      ORDER BY change.appointment_id, change.position
      """;
  static final String HISTORY =
      """
      SELECT * FROM appointment_change WHERE appointment_id = ?1 AND position >
        (SELECT max(position) - ?2 FROM appointment_change WHERE appointment_id = ?1)
      ORDER BY position
      """;
  static final String NOTES =
      """
      SELECT * FROM appointment_note WHERE appointment_id = ?1 AND position >
        (SELECT max(position) - ?2 FROM appointment_note WHERE appointment_id = ?1)
      ORDER BY position
      """;

  private AppointmentReads() {}

  /** Rows that belong to an appointment: the newest ones, and the position of the last. */
  private record Newest<T>(List<T> rows, int last) {}

  /** The appointments with these identifiers, in this order. */
  static List<Appointment> all(Sql sql, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    String wanted = Sql.array(ids);
    Map<String, Newest<NoteVersion>> notes =
        newest(sql, CURRENT_NOTES, AppointmentRows::note, wanted);
    Map<String, Newest<StatusChange>> history =
        newest(sql, RECENT_CHANGES, AppointmentRows::change, wanted, History.RECENT);
    Map<String, Appointment> found =
        sql
            .list(
                BY_IDS,
                row ->
                    row.readable(
                        each -> {
                          String id = each.text("id");
                          return AppointmentRows.appointment(
                              each, notes(notes.get(id)), history(each, history.get(id)));
                        }),
                wanted)
            .stream()
            .flatMap(Optional::stream)
            .collect(
                Collectors.toMap(appointment -> appointment.id().value(), Function.identity()));
    return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }

  private static Notes notes(@Nullable Newest<NoteVersion> newest) {
    return newest == null
        ? Notes.NONE
        : new Notes(Optional.of(newest.rows().get(0)), newest.last() + 1);
  }

  private static History history(Row row, @Nullable Newest<StatusChange> newest)
      throws SQLException {
    if (newest == null) {
      throw new IllegalStateException("an appointment has no history");
    }
    return new History(newest.rows(), newest.last() + 1, row.smallNumber("moves"));
  }

  /** The same page with appointments in place of their identifiers. */
  static Page<Appointment> page(Sql sql, Page<String> ids) throws SQLException {
    return new Page<>(all(sql, ids.items()), ids.next());
  }

  static List<StatusChange> history(Sql sql, AppointmentId id, int limit) throws SQLException {
    return sql.list(HISTORY, AppointmentRows::change, id.value(), limit);
  }

  static List<NoteVersion> notes(Sql sql, AppointmentId id, int limit) throws SQLException {
    return sql.list(NOTES, AppointmentRows::note, id.value(), limit);
  }

  private static <T> Map<String, Newest<T>> newest(
      Sql sql, String query, Row.Mapper<T> mapper, Object... parameters) throws SQLException {
    Map<String, Newest<T>> groups = new HashMap<>();
    sql.list(
        query,
        row -> {
          List<T> rows = new ArrayList<>();
          Newest<T> before = groups.get(row.text("appointment_id"));
          if (before != null) {
            rows.addAll(before.rows());
          }
          rows.add(mapper.map(row));
          groups.put(row.text("appointment_id"), new Newest<>(rows, row.smallNumber("position")));
          return rows;
        },
        parameters);
    return groups;
  }
}

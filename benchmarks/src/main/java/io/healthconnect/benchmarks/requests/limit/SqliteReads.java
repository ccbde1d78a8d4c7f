package io.healthconnect.benchmarks.requests.limit;

import java.sql.SQLException;
import java.util.List;

/** The reads of the server, without those of sessions. */
final class SqliteReads {
  private static final long DAY = 86_400_000;

  private SqliteReads() {}

  private static String array(List<String> ids) {
    return "[\"" + String.join("\",\"", ids) + "\"]";
  }

  static void doctors(Statements sql) throws SQLException {
    List<String> ids =
        sql.run(
            "SELECT id, doctor.* FROM doctor WHERE listed = 1 AND experience >= ?"
                + " AND rating_average >= ? AND (name_folded, id) > (?, ?)"
                + " ORDER BY name_folded, id LIMIT ?",
            0L,
            0L,
            "",
            "",
            21L);
    List<String> page = ids.subList(0, Math.min(20, ids.size()));
    listings(sql, page);
    free(sql, page, System.currentTimeMillis(), 14);
  }

  private static void listings(Statements sql, List<String> ids) throws SQLException {
    String wanted = array(ids);
    sql.run(
        "SELECT doctor.*, name, avatar FROM doctor JOIN account ON account.id = doctor.id"
            + " WHERE doctor.id IN (SELECT value FROM json_each(?))",
        wanted);
    sql.run(
        "SELECT * FROM doctor_window WHERE doctor_id IN (SELECT value FROM json_each(?))", wanted);
    sql.run(
        "SELECT * FROM doctor_override_window"
            + " WHERE doctor_id IN (SELECT value FROM json_each(?))",
        wanted);
    sql.run(
        "SELECT * FROM doctor_override WHERE doctor_id IN (SELECT value FROM json_each(?))",
        wanted);
  }

  /** What keeps doctors from being booked around a time. */
  private static void free(Statements sql, List<String> doctors, long around, int days)
      throws SQLException {
    String wanted = array(doctors);
    sql.run(
        """
        SELECT doctor_id, starts_at, ends_at FROM json_each(?1) wanted
        JOIN appointment ON doctor_id = wanted.value AND occupying = 1
        WHERE starts_at < ?3 AND ends_at > ?2
          AND starts_at >= coalesce(
            (SELECT starts_at FROM appointment
             WHERE doctor_id = wanted.value AND occupying = 1 AND starts_at <= ?2
             ORDER BY starts_at DESC LIMIT 1), ?2)
        ORDER BY doctor_id, starts_at
        """,
        wanted,
        around - around % DAY,
        around - around % DAY + days * DAY);
    sql.run(
        """
        SELECT hold.* FROM json_each(?1) wanted
        JOIN hold ON doctor_id = wanted.value AND starts_at < ?3
        WHERE ends_at > ?2 AND expires_at > ?4
        """,
        wanted,
        around - around % DAY,
        around - around % DAY + days * DAY,
        System.currentTimeMillis());
  }

  /** What decides whether a time of a doctor can be booked. */
  static void bookable(Statements sql, Booking booking) throws SQLException {
    listings(sql, List.of(booking.doctor()));
    free(sql, List.of(booking.doctor()), booking.startsAt(), 1);
  }

  static void me(Statements sql, String id) throws SQLException {
    sql.run("SELECT * FROM account WHERE id = ?", id);
    sql.run("SELECT * FROM patient WHERE id = ?", id);
    sql.run("SELECT * FROM emergency_contact WHERE patient_id = ? ORDER BY position", id);
  }

  static void appointments(Statements sql, String patient) throws SQLException {
    List<String> ids =
        sql.run(
            "SELECT id, starts_at AS place FROM appointment INDEXED BY appointment_of_patient"
                + " WHERE patient_id = ? AND (starts_at, id) > (?, ?) AND starts_at < ?"
                + " ORDER BY starts_at, id LIMIT ?",
            patient,
            Long.MIN_VALUE,
            "",
            Long.MAX_VALUE,
            21L);
    appointments(sql, ids);
    List<String> doctors =
        sql.run(
            "SELECT doctor_id, appointment.* FROM appointment"
                + " WHERE id IN (SELECT value FROM json_each(?))",
            array(ids));
    people(sql, doctors, patient);
    specializations(sql, doctors);
    sql.run(
        "SELECT attendance.* FROM json_each(?) wanted"
            + " JOIN attendance ON appointment_id = wanted.value",
        array(ids));
  }

  private static void appointments(Statements sql, List<String> ids) throws SQLException {
    sql.run(
        """
        SELECT note.* FROM json_each(?) wanted
        JOIN appointment_note note ON note.appointment_id = wanted.value AND note.position =
          (SELECT max(position) FROM appointment_note WHERE appointment_id = wanted.value)
        """,
        array(ids));
    sql.run(
        """
        SELECT change.* FROM json_each(?) wanted
        JOIN appointment_change change ON change.appointment_id = wanted.value AND change.position >
          (SELECT max(position) - ? FROM appointment_change WHERE appointment_id = wanted.value)
        ORDER BY change.appointment_id, change.position
        """,
        array(ids),
        5L);
  }

  private static void people(Statements sql, List<String> doctors, String patient)
      throws SQLException {
    sql.run("SELECT * FROM account WHERE id IN (SELECT value FROM json_each(?))", array(doctors));
    sql.run("SELECT * FROM account WHERE id = ?", patient);
  }

  private static void specializations(Statements sql, List<String> doctors) throws SQLException {
    sql.run(
        "SELECT id, specialization FROM doctor WHERE id IN (SELECT value FROM json_each(?))",
        array(doctors));
  }

  /** What the reply to a booking shows. */
  static void booked(Statements sql, Booking booking) throws SQLException {
    people(sql, List.of(booking.doctor()), booking.patient());
    specializations(sql, List.of(booking.doctor()));
  }

  static void conversation(Statements sql, String one, String other) throws SQLException {
    SqliteWrites.contact(sql, one, other);
    boolean ordered = one.compareTo(other) < 0;
    sql.run(
        "SELECT * FROM message WHERE first_id = ? AND second_id = ? AND seq < ?"
            + " ORDER BY seq DESC LIMIT ?",
        ordered ? one : other,
        ordered ? other : one,
        Long.MAX_VALUE,
        51L);
  }
}

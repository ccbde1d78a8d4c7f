package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Admission;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes the rows of attendances. */
final class AttendanceRows {
  static final String OF_APPOINTMENT = "SELECT * FROM attendance WHERE appointment_id = ?";

  /** ?1: the appointments as JSON. */
  static final String OF_APPOINTMENTS =
      """
      SELECT attendance.* FROM json_each(?1) wanted
      JOIN attendance ON appointment_id = wanted.value
      """;

  static final String OF_DOCTOR =
      "SELECT * FROM attendance WHERE doctor_id = ? AND check_at IS NOT NULL LIMIT ?";

  static final String OF_PATIENT =
      "SELECT * FROM attendance WHERE patient_id = ? AND check_at IS NOT NULL LIMIT ?";

  static final String DUE =
      """
      SELECT * FROM attendance WHERE check_at <= ? ORDER BY check_at LIMIT ?
      """;

  private AttendanceRows() {}

  static Attendance attendance(Row row) throws SQLException {
    return new Attendance(
        new AppointmentId(row.text("appointment_id")),
        DoctorId.of(row.text("doctor_id")),
        PatientId.of(row.text("patient_id")),
        row.instant("since"),
        row.instant("seen_at"),
        devices(row.text("devices")),
        row.optionalInstant("check_at"),
        admission(row));
  }

  private static List<DeviceId> devices(String joined) {
    return Arrays.stream(joined.split(" ")).filter(id -> !id.isEmpty()).map(DeviceId::new).toList();
  }

  private static Optional<Admission> admission(Row row) throws SQLException {
    Optional<Instant> at = row.optionalInstant("admitted_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Admission(
                new DeviceId(row.text("admitted_by")),
                new DeviceId(row.text("admitted_to")),
                at.get()));
  }

  static Optional<Attendance> find(Sql sql, AppointmentId id) throws SQLException {
    return sql.one(OF_APPOINTMENT, AttendanceRows::attendance, id.value());
  }

  static void put(Transaction transaction, Attendance attendance) throws SQLException {
    transaction.update(
        """
        INSERT OR REPLACE INTO attendance (appointment_id, doctor_id, patient_id, since, seen_at,
          devices, check_at, admitted_by, admitted_to, admitted_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        attendance.appointment().value(),
        attendance.doctor().value(),
        attendance.patient().value(),
        attendance.since(),
        attendance.seenAt(),
        attendance.devices().stream().map(DeviceId::value).collect(Collectors.joining(" ")),
        attendance.checkAt(),
        attendance.admission().map(made -> made.by().value()),
        attendance.admission().map(made -> made.to().value()),
        attendance.admission().map(Admission::at));
  }
}

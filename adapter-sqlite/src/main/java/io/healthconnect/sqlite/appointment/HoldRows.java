package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads and writes the rows of holds, for the transactions that take or free a time. */
public final class HoldRows {
  static final String OF_PATIENT = "SELECT * FROM hold WHERE patient_id = ?";

  /** ?1: the doctors as JSON. */
  static final String HELD =
      """
      SELECT hold.* FROM json_each(?1) wanted
      JOIN hold ON doctor_id = wanted.value AND starts_at < ?3
      WHERE ends_at > ?2 AND expires_at > ?4
      """;

  static final String BY_OTHERS =
      """
      SELECT 1 FROM hold
      WHERE doctor_id = ? AND starts_at < ? AND ends_at > ? AND expires_at > ? AND patient_id <> ?
      LIMIT 1
      """;

  private HoldRows() {}

  static Hold hold(Row row) throws SQLException {
    return new Hold(
        new HoldId(row.text("id")),
        DoctorId.of(row.text("doctor_id")),
        PatientId.of(row.text("patient_id")),
        new TimeSlot(row.instant("starts_at"), row.instant("ends_at")),
        row.instant("expires_at"));
  }

  static Optional<Hold> find(Sql sql, PatientId patient) throws SQLException {
    return sql.one(OF_PATIENT, HoldRows::hold, patient.value());
  }

  /** Whether somebody other than the patient holds any of the doctor's time. */
  static boolean isHeldByOthers(
      Sql sql, DoctorId doctor, PatientId patient, TimeSlot time, Instant now) throws SQLException {
    return sql.any(BY_OTHERS, doctor.value(), time.endsAt(), time.startsAt(), now, patient.value());
  }

  /** Whether a hold keeps the appointment from having its time ({@link Hold#bars}). */
  static boolean bar(Sql sql, Appointment wanted) throws SQLException {
    return wanted.isTakenByPatient()
        && isHeldByOthers(
            sql,
            wanted.doctorId(),
            wanted.patientId(),
            wanted.time().slot(),
            wanted.history().last().at());
  }

  static void put(Transaction transaction, Hold hold) throws SQLException {
    transaction.update(
        """
        INSERT OR REPLACE INTO hold (patient_id, id, doctor_id, starts_at, ends_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        hold.patient().value(),
        hold.id().value(),
        hold.doctor().value(),
        hold.time().startsAt(),
        hold.time().endsAt(),
        hold.expiresAt());
  }

  /** Ends the patient's hold. */
  public static void remove(Transaction transaction, AccountId patient) throws SQLException {
    transaction.update("DELETE FROM hold WHERE patient_id = ?", patient.value());
  }
}

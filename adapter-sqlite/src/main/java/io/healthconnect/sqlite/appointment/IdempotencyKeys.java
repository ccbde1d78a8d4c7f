package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.History;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.appointment.Notes;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Idempotency keys, and the appointments that were booked with them. */
final class IdempotencyKeys {
  static final String BOOKING =
      "SELECT * FROM appointment_change WHERE appointment_id = ? AND position = 0";

  private IdempotencyKeys() {}

  private record Used(String fingerprint, String appointment, AppointmentTime time) {}

  static Optional<Result<Appointment, Conflict>> find(
      Sql sql, PatientId patient, IdempotencyKey key, Instant now) throws SQLException {
    Optional<Used> used =
        sql.one(
            "SELECT * FROM idempotency_key WHERE patient_id = ? AND value = ? AND expires_at > ?",
            row ->
                new Used(
                    row.text("fingerprint"), row.text("appointment_id"), AppointmentRows.time(row)),
            patient.value(),
            key.value(),
            now);
    if (used.isEmpty()) {
      return Optional.empty();
    }
    if (!used.get().fingerprint().equals(key.fingerprint())) {
      return Optional.of(Result.failure(Conflict.KEY_REUSED));
    }
    StatusChange booking =
        sql.one(BOOKING, AppointmentRows::change, used.get().appointment()).orElseThrow();
    return AppointmentReads.all(sql, List.of(used.get().appointment())).stream()
        .findFirst()
        .map(appointment -> Result.success(asBooked(appointment, booking, used.get().time())));
  }

  /**
   * The appointment as it was booked. Of its original state, later changes can only overwrite the
   * time.
   */
  private static Appointment asBooked(
      Appointment appointment, StatusChange booking, AppointmentTime time) {
    return new Appointment(
        appointment.id(),
        appointment.doctorId(),
        appointment.patientId(),
        time,
        appointment.mode(),
        appointment.reason(),
        booking.to(),
        Notes.NONE,
        Optional.empty(),
        History.of(List.of(booking)),
        1);
  }

  static void put(Transaction transaction, Appointment appointment, IdempotencyKey key)
      throws SQLException {
    AppointmentTime time = appointment.time();
    transaction.update(
        """
        INSERT OR REPLACE INTO idempotency_key (patient_id, value, fingerprint, expires_at,
          appointment_id, date, start_time, end_time, time_zone, starts_at, ends_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        appointment.patientId().value(),
        key.value(),
        key.fingerprint(),
        key.expiresAt(),
        appointment.id().value(),
        time.date(),
        time.startTime().toString(),
        time.endTime().toString(),
        time.timeZone().getId(),
        time.slot().startsAt(),
        time.slot().endsAt());
  }

  static int purge(Transaction transaction, Instant now) throws SQLException {
    return transaction.update("DELETE FROM idempotency_key WHERE expires_at < ?", now);
  }
}

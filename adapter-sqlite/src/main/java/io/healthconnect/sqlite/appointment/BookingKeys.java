package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.appointment.VisitTime;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Idempotency keys and what was booked with them. */
final class BookingKeys {
  private BookingKeys() {}

  private record Used(String fingerprint, String appointment, VisitTime time) {}

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
    return AppointmentReads.all(sql, List.of(used.get().appointment())).stream()
        .findFirst()
        .map(visit -> Result.success(asBooked(visit, used.get().time())));
  }

  /** The visit as it was before anything happened to it: only its time can be lost by changes. */
  private static Appointment asBooked(Appointment visit, VisitTime time) {
    StatusChange booking = visit.history().get(0);
    return new Appointment(
        visit.id(),
        visit.doctorId(),
        visit.patientId(),
        time,
        visit.mode(),
        visit.reason(),
        booking.to(),
        List.of(),
        Optional.empty(),
        List.of(booking),
        1);
  }

  static void put(Step step, Appointment visit, IdempotencyKey key) throws SQLException {
    VisitTime time = visit.time();
    step.update(
        """
        INSERT OR REPLACE INTO idempotency_key (patient_id, value, fingerprint, expires_at,
          appointment_id, date, start_time, end_time, time_zone, starts_at, ends_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        visit.patientId().value(),
        key.value(),
        key.fingerprint(),
        key.expiresAt(),
        visit.id().value(),
        time.date(),
        time.startTime().toString(),
        time.endTime().toString(),
        time.timeZone().getId(),
        time.slot().startsAt(),
        time.slot().endsAt());
  }

  static int purge(Step step, Instant now) throws SQLException {
    return step.update("DELETE FROM idempotency_key WHERE expires_at < ?", now);
  }
}

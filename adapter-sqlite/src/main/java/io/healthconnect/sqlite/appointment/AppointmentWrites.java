package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes appointments. Every method runs as part of a transaction. */
final class AppointmentWrites {
  /**
   * Occupying appointments never overlap, so only the last that starts before the new end can
   * clash.
   */
  static final String LAST_OF_DOCTOR =
      """
      SELECT ends_at FROM appointment
      WHERE doctor_id = ? AND occupying = 1 AND starts_at < ? AND id <> ?
      ORDER BY starts_at DESC LIMIT 1
      """;

  static final String LAST_OF_PATIENT =
      """
      SELECT ends_at FROM appointment
      WHERE patient_id = ? AND occupying = 1 AND starts_at < ? AND id <> ?
      ORDER BY starts_at DESC LIMIT 1
      """;

  /** Counts open appointments, reading no more rows than the limit. */
  static final String OPEN =
      """
      SELECT count(*) AS everywhere, count(CASE doctor_id WHEN ?2 THEN 1 END) AS with_doctor FROM
        (SELECT doctor_id FROM appointment
         WHERE patient_id = ?1 AND occupying = 1 AND starts_at > ?3 LIMIT ?4)
      """;

  private AppointmentWrites() {}

  /** Whether one more open appointment would be too many for the patient. */
  static Optional<Conflict> limitReached(
      Transaction transaction, Appointment appointment, AppointmentLimits limits)
      throws SQLException {
    Instant now = appointment.history().last().at();
    if (appointment.hasStarted(now) || !appointment.status().occupies()) {
      return Optional.empty();
    }
    return transaction
        .one(
            OPEN,
            row ->
                row.number("everywhere") >= limits.open()
                    || row.number("with_doctor") >= limits.openWithDoctor(),
            appointment.patientId().value(),
            appointment.doctorId().value(),
            now,
            limits.open())
        .filter(reached -> reached)
        .map(reached -> Conflict.LIMIT_REACHED);
  }

  /** Why the appointment cannot have its time; empty if it can, or does not occupy it. */
  static Optional<Conflict> conflict(Transaction transaction, Appointment appointment)
      throws SQLException {
    if (!appointment.status().occupies()) {
      return Optional.empty();
    }
    if (isTaken(transaction, LAST_OF_DOCTOR, appointment.doctorId().value(), appointment)
        || HoldRows.bar(transaction, appointment)) {
      return Optional.of(Conflict.DOCTOR_BUSY);
    }
    return isTaken(transaction, LAST_OF_PATIENT, appointment.patientId().value(), appointment)
        ? Optional.of(Conflict.PATIENT_BUSY)
        : Optional.empty();
  }

  /** Whether an occupying appointment of the doctor overlaps the time. */
  static boolean isBooked(Transaction transaction, DoctorId doctor, TimeSlot time)
      throws SQLException {
    return transaction
        .one(
            LAST_OF_DOCTOR,
            row -> row.instant("ends_at").isAfter(time.startsAt()),
            doctor.value(),
            time.endsAt(),
            "")
        .orElse(false);
  }

  private static boolean isTaken(
      Transaction transaction, String query, String person, Appointment appointment)
      throws SQLException {
    Instant start = appointment.time().slot().startsAt();
    return transaction
        .one(
            query,
            row -> row.instant("ends_at").isAfter(start),
            person,
            appointment.time().slot().endsAt(),
            appointment.id().value())
        .orElse(false);
  }

  static void insert(Transaction transaction, Appointment appointment) throws SQLException {
    AppointmentTime time = appointment.time();
    transaction.update(
        """
        INSERT INTO appointment (id, doctor_id, patient_id, date, start_time, end_time, time_zone,
          starts_at, ends_at, mode, reason, status, occupying, opens_contact, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        appointment.id().value(),
        appointment.doctorId().value(),
        appointment.patientId().value(),
        time.date(),
        time.startTime().toString(),
        time.endTime().toString(),
        time.timeZone().getId(),
        time.slot().startsAt(),
        time.slot().endsAt(),
        appointment.mode().code(),
        appointment.reason(),
        appointment.status().code(),
        appointment.status().occupies(),
        appointment.opensContact());
    append(transaction, appointment, 0);
  }

  /**
   * @throws StaleVersionException if the stored version differs or there is none
   */
  static void update(Transaction transaction, Appointment appointment) throws SQLException {
    AppointmentTime time = appointment.time();
    int changed =
        transaction.update(
            """
            UPDATE appointment SET date = ?, start_time = ?, end_time = ?, time_zone = ?,
              starts_at = ?, ends_at = ?, status = ?, occupying = ?, opens_contact = ?, moves = ?,
              rating = ?, review = ?, reviewed_at = ?, version = version + 1
            WHERE id = ? AND version = ?
            """,
            time.date(),
            time.startTime().toString(),
            time.endTime().toString(),
            time.timeZone().getId(),
            time.slot().startsAt(),
            time.slot().endsAt(),
            appointment.status().code(),
            appointment.status().occupies(),
            appointment.opensContact(),
            appointment.history().reschedulings(),
            appointment.review().map(Review::rating),
            appointment.review().map(Review::text),
            appointment.review().map(Review::createdAt),
            appointment.id().value(),
            appointment.version());
    if (changed == 0) {
      throw new StaleVersionException("appointment");
    }
    append(transaction, appointment, count(transaction, CHANGE_COUNT, appointment.id().value()));
  }

  /**
   * Appends to notes and history; of the stored rows, only the newest of the notes may change.
   *
   * @param stored how many status changes are stored
   */
  private static void append(Transaction transaction, Appointment appointment, int stored)
      throws SQLException {
    String id = appointment.id().value();
    if (appointment.notes().current().isPresent()) {
      NoteVersion note = appointment.notes().current().get();
      transaction.update(
          WRITE_NOTE, id, appointment.notes().versions() - 1, note.text(), note.at());
    }
    int position = stored;
    for (StatusChange change : appointment.history().after(position)) {
      transaction.update(
          """
          INSERT INTO appointment_change (appointment_id, position, from_status, to_status,
            changed_by, changed_at, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          position++,
          change.from().map(from -> from.code()),
          change.to().code(),
          change.by().map(by -> by.value()),
          change.at(),
          change.reason());
    }
  }

  private static final String WRITE_NOTE =
      """
      INSERT INTO appointment_note (appointment_id, position, text, written_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (appointment_id, position) DO UPDATE SET text = excluded.text
      WHERE text <> excluded.text
      """;
  static final String CHANGE_COUNT =
      "SELECT coalesce(max(position) + 1, 0) AS stored FROM appointment_change"
          + " WHERE appointment_id = ?";

  private static int count(Transaction transaction, String query, String id) throws SQLException {
    return transaction.one(query, row -> row.smallNumber("stored"), id).orElse(0);
  }

  /** Adds the stars of the appointment's review to its doctor's rating. */
  static void rate(Transaction transaction, Appointment appointment) throws SQLException {
    int stars = appointment.review().orElseThrow().rating();
    String doctor = appointment.doctorId().value();
    Rating rating =
        transaction
            .one(
                "SELECT rating_sum, rating_count FROM doctor WHERE id = ?",
                row -> new Rating(row.number("rating_sum"), row.number("rating_count")),
                doctor)
            .map(old -> new Rating(old.sum() + stars, old.count() + 1))
            .orElseThrow();
    transaction.update(
        "UPDATE doctor SET rating_sum = ?, rating_count = ?, rating_average = ? WHERE id = ?",
        rating.sum(),
        rating.count(),
        Math.round(rating.average() * 100),
        doctor);
  }

  /** Removes an appointment, and what stands beside it. */
  static void remove(Transaction transaction, String id) throws SQLException {
    transaction.update("DELETE FROM appointment_note WHERE appointment_id = ?", id);
    transaction.update("DELETE FROM appointment_change WHERE appointment_id = ?", id);
    transaction.update("DELETE FROM attendance WHERE appointment_id = ?", id);
    transaction.update("DELETE FROM idempotency_key WHERE appointment_id = ?", id);
    transaction.update("DELETE FROM appointment WHERE id = ?", id);
  }
}

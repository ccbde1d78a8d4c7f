package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.appointment.VisitTime;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes visits; every method is a part of a step. */
final class AppointmentWrites {
  /** Occupying visits never overlap, so only the last that starts before the new end can clash. */
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

  private AppointmentWrites() {}

  /** Why the visit cannot have its time; empty when it can, or needs none. */
  static Optional<Conflict> conflict(Step step, Appointment visit) throws SQLException {
    if (!visit.status().occupies()) {
      return Optional.empty();
    }
    if (isTaken(step, LAST_OF_DOCTOR, visit.doctorId().value(), visit)) {
      return Optional.of(Conflict.DOCTOR_BUSY);
    }
    return isTaken(step, LAST_OF_PATIENT, visit.patientId().value(), visit)
        ? Optional.of(Conflict.PATIENT_BUSY)
        : Optional.empty();
  }

  private static boolean isTaken(Step step, String query, String person, Appointment visit)
      throws SQLException {
    Instant start = visit.time().slot().startsAt();
    return step.one(
            query,
            row -> row.instant("ends_at").isAfter(start),
            person,
            visit.time().slot().endsAt(),
            visit.id().value())
        .orElse(false);
  }

  static void insert(Step step, Appointment visit) throws SQLException {
    VisitTime time = visit.time();
    step.update(
        """
        INSERT INTO appointment (id, doctor_id, patient_id, date, start_time, end_time, time_zone,
          starts_at, ends_at, mode, reason, status, occupying, opens_contact, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        visit.id().value(),
        visit.doctorId().value(),
        visit.patientId().value(),
        time.date(),
        time.startTime().toString(),
        time.endTime().toString(),
        time.timeZone().getId(),
        time.slot().startsAt(),
        time.slot().endsAt(),
        visit.mode().code(),
        visit.reason(),
        visit.status().code(),
        visit.status().occupies(),
        visit.opensContact());
    append(step, visit);
  }

  /**
   * @throws StaleVersionException if the stored version differs or there is none
   */
  static void update(Step step, Appointment visit) throws SQLException {
    VisitTime time = visit.time();
    int changed =
        step.update(
            """
            UPDATE appointment SET date = ?, start_time = ?, end_time = ?, time_zone = ?,
              starts_at = ?, ends_at = ?, status = ?, occupying = ?, opens_contact = ?, rating = ?,
              review = ?, reviewed_at = ?, version = version + 1
            WHERE id = ? AND version = ?
            """,
            time.date(),
            time.startTime().toString(),
            time.endTime().toString(),
            time.timeZone().getId(),
            time.slot().startsAt(),
            time.slot().endsAt(),
            visit.status().code(),
            visit.status().occupies(),
            visit.opensContact(),
            visit.review().map(Review::rating),
            visit.review().map(Review::text),
            visit.review().map(Review::createdAt),
            visit.id().value(),
            visit.version());
    if (changed == 0) {
      throw new StaleVersionException("appointment");
    }
    append(step, visit);
  }

  /** Notes and history only grow; what is stored already stays. */
  private static void append(Step step, Appointment visit) throws SQLException {
    String id = visit.id().value();
    List<NoteVersion> notes = visit.notes();
    for (int i = count(step, NOTE_COUNT, id); i < notes.size(); i++) {
      step.update(
          """
          INSERT INTO appointment_note (appointment_id, position, text, written_at)
          VALUES (?, ?, ?, ?)
          """,
          id,
          i,
          notes.get(i).text(),
          notes.get(i).at());
    }
    List<StatusChange> history = visit.history();
    for (int i = count(step, CHANGE_COUNT, id); i < history.size(); i++) {
      StatusChange change = history.get(i);
      step.update(
          """
          INSERT INTO appointment_history (appointment_id, position, from_status, to_status,
            changed_by, changed_at, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          i,
          change.from().map(from -> from.code()),
          change.to().code(),
          change.by().value(),
          change.at(),
          change.reason());
    }
  }

  private static final String NOTE_COUNT =
      "SELECT count(*) AS stored FROM appointment_note WHERE appointment_id = ?";
  private static final String CHANGE_COUNT =
      "SELECT count(*) AS stored FROM appointment_history WHERE appointment_id = ?";

  private static int count(Step step, String query, String id) throws SQLException {
    return step.one(query, row -> row.smallNumber("stored"), id).orElse(0);
  }

  /** Adds the stars of the visit's review to its doctor's rating. */
  static void rate(Step step, Appointment visit) throws SQLException {
    int stars = visit.review().orElseThrow().rating();
    String doctor = visit.doctorId().value();
    Rating rating =
        step.one(
                "SELECT rating_sum, rating_count FROM doctor WHERE id = ?",
                row -> new Rating(row.number("rating_sum"), row.number("rating_count")),
                doctor)
            .map(old -> new Rating(old.sum() + stars, old.count() + 1))
            .orElseThrow();
    step.update(
        "UPDATE doctor SET rating_sum = ?, rating_count = ?, rating_average = ? WHERE id = ?",
        rating.sum(),
        rating.count(),
        Math.round(rating.average() * 100),
        doctor);
  }
}

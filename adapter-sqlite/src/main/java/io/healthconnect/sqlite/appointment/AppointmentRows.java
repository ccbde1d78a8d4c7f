package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.History;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Notes;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads appointments from rows. */
final class AppointmentRows {
  private AppointmentRows() {}

  static Appointment appointment(Row row, Notes notes, History history) throws SQLException {
    return new Appointment(
        new AppointmentId(row.text("id")),
        DoctorId.of(row.text("doctor_id")),
        PatientId.of(row.text("patient_id")),
        time(row),
        AppointmentMode.parse(row.text("mode")),
        row.text("reason"),
        AppointmentStatus.parse(row.text("status")),
        notes,
        review(row),
        history,
        row.number("version"));
  }

  static AppointmentTime time(Row row) throws SQLException {
    return new AppointmentTime(
        LocalDate.parse(row.text("date")),
        LocalTime.parse(row.text("start_time")),
        LocalTime.parse(row.text("end_time")),
        ZoneId.of(row.text("time_zone")),
        new TimeSlot(row.instant("starts_at"), row.instant("ends_at")));
  }

  static NoteVersion note(Row row) throws SQLException {
    return new NoteVersion(row.text("text"), row.instant("written_at"));
  }

  static StatusChange change(Row row) throws SQLException {
    return new StatusChange(
        row.optionalText("from_status").map(AppointmentStatus::parse),
        AppointmentStatus.parse(row.text("to_status")),
        row.optionalText("changed_by").map(AccountId::new),
        row.instant("changed_at"),
        row.optionalText("reason"));
  }

  private static Optional<Review> review(Row row) throws SQLException {
    Optional<Instant> at = row.optionalInstant("reviewed_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Review(row.smallNumber("rating"), row.text("review"), at.get()));
  }
}

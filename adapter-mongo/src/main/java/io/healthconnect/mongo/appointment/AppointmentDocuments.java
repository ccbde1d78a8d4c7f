package io.healthconnect.mongo.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.appointment.VisitTime;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.Stored;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.bson.Document;

/** Visits as documents, with their notes, review and history. */
public final class AppointmentDocuments {
  private AppointmentDocuments() {}

  static Document document(Appointment visit) {
    VisitTime time = visit.time();
    Document document =
        new Document("_id", visit.id().value())
            .append("doctorId", visit.doctorId().value())
            .append("patientId", visit.patientId().value())
            .append("date", time.date().toString())
            .append("startTime", time.startTime().toString())
            .append("endTime", time.endTime().toString())
            .append("timeZone", time.timeZone().getId())
            .append("startsAt", time.slot().startsAt())
            .append("endsAt", time.slot().endsAt())
            .append("mode", visit.mode().code())
            .append("reason", visit.reason())
            .append("status", visit.status().code())
            .append("occupying", visit.status().occupies())
            .append("opensContact", visit.opensContact())
            .append("notes", visit.notes().stream().map(AppointmentDocuments::document).toList())
            .append(
                "history", visit.history().stream().map(AppointmentDocuments::document).toList())
            .append("version", visit.version());
    visit.review().ifPresent(review -> document.append("review", document(review)));
    return document;
  }

  private static Document document(NoteVersion note) {
    return new Document("text", note.text()).append("at", note.at());
  }

  private static Document document(Review review) {
    return new Document("rating", review.rating())
        .append("text", review.text())
        .append("createdAt", review.createdAt());
  }

  private static Document document(StatusChange change) {
    Document document =
        new Document("to", change.to().code())
            .append("by", change.by().value())
            .append("at", change.at());
    change.from().ifPresent(from -> document.append("from", from.code()));
    change.reason().ifPresent(reason -> document.append("reason", reason));
    return document;
  }

  public static Appointment appointment(Document document) {
    return new Appointment(
        new AppointmentId(Stored.text(document, "_id")),
        DoctorId.of(Stored.text(document, "doctorId")),
        PatientId.of(Stored.text(document, "patientId")),
        time(document),
        VisitMode.parse(Stored.text(document, "mode")),
        Stored.text(document, "reason"),
        AppointmentStatus.parse(Stored.text(document, "status")),
        Stored.parts(document, "notes").stream().map(AppointmentDocuments::note).toList(),
        Stored.optionalPart(document, "review").map(AppointmentDocuments::review),
        Stored.parts(document, "history").stream().map(AppointmentDocuments::change).toList(),
        Stored.number(document, "version"));
  }

  private static VisitTime time(Document document) {
    return new VisitTime(
        LocalDate.parse(Stored.text(document, "date")),
        LocalTime.parse(Stored.text(document, "startTime")),
        LocalTime.parse(Stored.text(document, "endTime")),
        ZoneId.of(Stored.text(document, "timeZone")),
        slot(document));
  }

  static TimeSlot slot(Document document) {
    return new TimeSlot(Stored.instant(document, "startsAt"), Stored.instant(document, "endsAt"));
  }

  private static NoteVersion note(Document document) {
    return new NoteVersion(Stored.text(document, "text"), Stored.instant(document, "at"));
  }

  private static Review review(Document document) {
    return new Review(
        Stored.smallNumber(document, "rating"),
        Stored.text(document, "text"),
        Stored.instant(document, "createdAt"));
  }

  private static StatusChange change(Document document) {
    return new StatusChange(
        Stored.optionalText(document, "from").map(AppointmentStatus::parse),
        AppointmentStatus.parse(Stored.text(document, "to")),
        new AccountId(Stored.text(document, "by")),
        Stored.instant(document, "at"),
        Stored.optionalText(document, "reason"));
  }
}

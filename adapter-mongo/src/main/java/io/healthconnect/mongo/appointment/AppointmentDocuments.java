package io.healthconnect.mongo.appointment;

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
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.KnownMembers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Maps appointments to documents, with the current notes, the review, and the newest status
 * changes.
 */
public final class AppointmentDocuments {
  static final KnownMembers MEMBERS =
      KnownMembers.of(
              "_id",
              "doctorId",
              "patientId",
              "date",
              "startTime",
              "endTime",
              "timeZone",
              "startsAt",
              "endsAt",
              "mode",
              "reason",
              "status",
              "occupying",
              "opensContact",
              "notes",
              "noteVersions",
              "history",
              "historyLength",
              "moves",
              "version")
          .withPart("review", "rating", "text", "createdAt");

  private AppointmentDocuments() {}

  static Document document(Appointment appointment) {
    AppointmentTime time = appointment.time();
    Document document =
        new Document("_id", appointment.id().value())
            .append("doctorId", appointment.doctorId().value())
            .append("patientId", appointment.patientId().value())
            .append("date", time.date().toString())
            .append("startTime", time.startTime().toString())
            .append("endTime", time.endTime().toString())
            .append("timeZone", time.timeZone().getId())
            .append("startsAt", time.slot().startsAt())
            .append("endsAt", time.slot().endsAt())
            .append("mode", appointment.mode().code())
            .append("reason", appointment.reason())
            .append("status", appointment.status().code())
            .append("occupying", appointment.status().occupies())
            .append("opensContact", appointment.opensContact())
            .append(
                "notes",
                appointment.notes().current().stream().map(AppointmentDocuments::document).toList())
            .append("noteVersions", appointment.notes().versions())
            .append(
                "history",
                appointment.history().recent().stream()
                    .map(AppointmentDocuments::document)
                    .toList())
            .append("historyLength", appointment.history().length())
            .append("moves", appointment.history().reschedulings())
            .append("version", appointment.version());
    appointment.review().ifPresent(review -> document.append("review", document(review)));
    return document;
  }

  static Document document(NoteVersion note) {
    return new Document("text", note.text()).append("at", note.at());
  }

  private static Document document(Review review) {
    return new Document("rating", review.rating())
        .append("text", review.text())
        .append("createdAt", review.createdAt());
  }

  static Document document(StatusChange change) {
    Document document = new Document("to", change.to().code()).append("at", change.at());
    change.by().ifPresent(by -> document.append("by", by.value()));
    change.from().ifPresent(from -> document.append("from", from.code()));
    change.reason().ifPresent(reason -> document.append("reason", reason));
    return document;
  }

  public static Appointment appointment(Document document) {
    return new Appointment(
        new AppointmentId(DocumentFields.text(document, "_id")),
        DoctorId.of(DocumentFields.text(document, "doctorId")),
        PatientId.of(DocumentFields.text(document, "patientId")),
        time(document),
        AppointmentMode.parse(DocumentFields.text(document, "mode")),
        DocumentFields.text(document, "reason"),
        AppointmentStatus.parse(DocumentFields.text(document, "status")),
        notes(document),
        DocumentFields.optionalPart(document, "review").map(AppointmentDocuments::review),
        history(document),
        DocumentFields.number(document, "version"));
  }

  /**
   * Whether the document was written by an earlier version and so holds all its notes and its whole
   * history.
   */
  static boolean isWhole(Document document) {
    return !document.containsKey("historyLength");
  }

  static List<NoteVersion> storedNotes(Document document) {
    return DocumentFields.parts(document, "notes").stream()
        .map(AppointmentDocuments::note)
        .toList();
  }

  static List<StatusChange> storedHistory(Document document) {
    return DocumentFields.parts(document, "history").stream()
        .map(AppointmentDocuments::change)
        .toList();
  }

  private static Notes notes(Document document) {
    List<NoteVersion> stored = storedNotes(document);
    if (stored.isEmpty()) {
      return Notes.NONE;
    }
    int versions =
        isWhole(document) ? stored.size() : DocumentFields.smallNumber(document, "noteVersions");
    return new Notes(Optional.of(stored.get(stored.size() - 1)), versions);
  }

  private static History history(Document document) {
    List<StatusChange> stored = storedHistory(document);
    return isWhole(document)
        ? History.of(stored)
        : new History(
            stored,
            DocumentFields.smallNumber(document, "historyLength"),
            DocumentFields.smallNumber(document, "moves"));
  }

  private static AppointmentTime time(Document document) {
    return new AppointmentTime(
        LocalDate.parse(DocumentFields.text(document, "date")),
        LocalTime.parse(DocumentFields.text(document, "startTime")),
        LocalTime.parse(DocumentFields.text(document, "endTime")),
        ZoneId.of(DocumentFields.text(document, "timeZone")),
        slot(document));
  }

  static TimeSlot slot(Document document) {
    return new TimeSlot(
        DocumentFields.instant(document, "startsAt"), DocumentFields.instant(document, "endsAt"));
  }

  static NoteVersion note(Document document) {
    return new NoteVersion(
        DocumentFields.text(document, "text"), DocumentFields.instant(document, "at"));
  }

  private static Review review(Document document) {
    return new Review(
        DocumentFields.smallNumber(document, "rating"),
        DocumentFields.text(document, "text"),
        DocumentFields.instant(document, "createdAt"));
  }

  static StatusChange change(Document document) {
    return new StatusChange(
        DocumentFields.optionalText(document, "from").map(AppointmentStatus::parse),
        AppointmentStatus.parse(DocumentFields.text(document, "to")),
        DocumentFields.optionalText(document, "by").map(AccountId::new),
        DocumentFields.instant(document, "at"),
        DocumentFields.optionalText(document, "reason"));
  }
}

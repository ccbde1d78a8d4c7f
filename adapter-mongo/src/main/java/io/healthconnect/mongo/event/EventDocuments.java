package io.healthconnect.mongo.event;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Maps changes to documents of the collection {@code events}. */
public final class EventDocuments {
  private static final String SESSIONS_ENDED = "sessionsEnded";
  private static final String MESSAGES_READ = "messagesRead";
  private static final String TYPING = "typing";
  private static final String DOCTOR_LATE = "doctorLate";
  private static final String WAITING_CHANGED = "waitingChanged";
  private static final String PATIENT_ADMITTED = "patientAdmitted";

  private EventDocuments() {}

  static Document document(Change.SessionsEnded ended) {
    Document document =
        new Document("type", SESSIONS_ENDED).append("accountId", ended.account().value());
    ended.only().ifPresent(id -> document.append("only", id.value()));
    ended.keep().ifPresent(id -> document.append("keep", id.value()));
    return document;
  }

  static Document document(Change.MessagesRead read) {
    return new Document("type", MESSAGES_READ)
        .append("by", read.by().value())
        .append("other", read.other().value())
        .append("upTo", read.upTo());
  }

  /**
   * @param nodes that hear of it; empty for all
   */
  static Document document(Change.Typing typing, Set<String> nodes) {
    Document document =
        new Document("type", TYPING)
            .append("from", typing.from().value())
            .append("to", typing.to().value());
    return nodes.isEmpty() ? document : document.append("nodes", List.copyOf(nodes));
  }

  static Document document(Change.DoctorLate late) {
    return new Document("type", DOCTOR_LATE)
        .append("doctorId", late.doctor().value())
        .append("minutes", late.minutes())
        .append("patients", late.patients().stream().map(AccountId::value).toList());
  }

  static Document document(Change.WaitingChanged waiting) {
    return new Document("type", WAITING_CHANGED)
        .append("appointmentId", waiting.appointment().value())
        .append("doctorId", waiting.doctor().value())
        .append("patientId", waiting.patient().value())
        .append("since", waiting.since())
        .append("present", waiting.present());
  }

  static Document document(Change.PatientAdmitted admitted) {
    return new Document("type", PATIENT_ADMITTED)
        .append("appointmentId", admitted.appointment().value())
        .append("patientId", admitted.patient().value())
        .append("deviceId", admitted.device().value());
  }

  /**
   * The change that the event describes; empty for a type that another version of the server wrote.
   */
  public static Optional<Change> change(Document event) {
    return switch (DocumentFields.text(event, "type")) {
      case SESSIONS_ENDED ->
          Optional.of(
              new Change.SessionsEnded(
                  new AccountId(DocumentFields.text(event, "accountId")),
                  DocumentFields.optionalText(event, "only").map(SessionId::new),
                  DocumentFields.optionalText(event, "keep").map(SessionId::new)));
      case MESSAGES_READ ->
          Optional.of(
              new Change.MessagesRead(
                  new AccountId(DocumentFields.text(event, "by")),
                  new AccountId(DocumentFields.text(event, "other")),
                  DocumentFields.number(event, "upTo")));
      case TYPING ->
          Optional.of(
              new Change.Typing(
                  new AccountId(DocumentFields.text(event, "from")),
                  new AccountId(DocumentFields.text(event, "to"))));
      case DOCTOR_LATE ->
          Optional.of(
              new Change.DoctorLate(
                  DoctorId.of(DocumentFields.text(event, "doctorId")),
                  event.getInteger("minutes"),
                  event.getList("patients", String.class).stream().map(AccountId::new).toList()));
      case WAITING_CHANGED ->
          Optional.of(
              new Change.WaitingChanged(
                  new AppointmentId(DocumentFields.text(event, "appointmentId")),
                  new AccountId(DocumentFields.text(event, "doctorId")),
                  new AccountId(DocumentFields.text(event, "patientId")),
                  DocumentFields.instant(event, "since"),
                  DocumentFields.flag(event, "present")));
      case PATIENT_ADMITTED ->
          Optional.of(
              new Change.PatientAdmitted(
                  new AppointmentId(DocumentFields.text(event, "appointmentId")),
                  new AccountId(DocumentFields.text(event, "patientId")),
                  new DeviceId(DocumentFields.text(event, "deviceId"))));
      default -> Optional.empty();
    };
  }
}

package io.healthconnect.mongo.audit;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.mongo.db.DocumentFields;
import org.bson.Document;

/** Maps entries to documents; the number is the identifier. */
public final class AuditDocuments {
  private AuditDocuments() {}

  static Document document(AuditEntry entry) {
    AuditEvent event = entry.event();
    Document document =
        new Document("_id", entry.number())
            .append("action", event.action().code())
            .append("at", event.at())
            .append("previous", entry.previous())
            .append("hash", entry.hash());
    event.actor().ifPresent(actor -> document.append("actorId", actor.value()));
    event.session().ifPresent(session -> document.append("sessionId", session.value()));
    event.subject().ifPresent(subject -> document.append("subjectId", subject.value()));
    event.object().ifPresent(object -> document.append("objectId", object));
    return document;
  }

  public static AuditEntry entry(Document document) {
    return new AuditEntry(
        DocumentFields.number(document, "_id"),
        new AuditEvent(
            AuditAction.restore(DocumentFields.text(document, "action")),
            DocumentFields.optionalText(document, "actorId").map(AccountId::new),
            DocumentFields.optionalText(document, "sessionId").map(SessionId::new),
            DocumentFields.optionalText(document, "subjectId").map(AccountId::new),
            DocumentFields.optionalText(document, "objectId"),
            DocumentFields.instant(document, "at")),
        DocumentFields.text(document, "previous"),
        DocumentFields.text(document, "hash"));
  }
}

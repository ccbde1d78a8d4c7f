package io.healthconnect.mongo.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.Optional;
import org.bson.Document;

/** Maps entries of the outbox to documents. */
final class OutboxDocuments {
  private OutboxDocuments() {}

  static Document document(Notice notice) {
    Document document =
        new Document("_id", OutboxEntry.idOf(notice))
            .append("accountId", notice.to().value())
            .append("seq", notice.seq())
            .append("kind", notice.kind().code())
            .append("at", notice.at())
            .append("tries", 0)
            .append("dueAt", notice.at());
    notice.appointment().ifPresent(id -> document.append("appointmentId", id.value()));
    notice.from().ifPresent(from -> document.append("fromId", from.value()));
    return document;
  }

  static OutboxEntry entry(Document document) {
    Notice notice =
        new Notice(
            new AccountId(DocumentFields.text(document, "accountId")),
            DocumentFields.number(document, "seq"),
            NoticeKind.restore(DocumentFields.text(document, "kind")),
            DocumentFields.instant(document, "at"),
            Optional.empty(),
            DocumentFields.optionalText(document, "appointmentId").map(AppointmentId::new),
            DocumentFields.optionalText(document, "fromId").map(AccountId::new));
    return new OutboxEntry(notice, DocumentFields.smallNumber(document, "tries"));
  }
}

package io.healthconnect.mongo.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.Optional;
import org.bson.Document;

/** Maps entries of the outbox to documents. */
final class OutboxDocuments {
  private OutboxDocuments() {}

  static Document document(OutboxEntry entry) {
    Notice notice = entry.notice();
    Document document =
        new Document("_id", entry.id())
            .append("accountId", notice.to().value())
            .append("seq", notice.seq())
            .append("kind", notice.kind().code())
            .append("at", notice.at())
            .append("tries", entry.tries())
            .append("dueAt", notice.at());
    notice.appointment().ifPresent(id -> document.append("appointmentId", id.value()));
    notice.from().ifPresent(from -> document.append("fromId", from.value()));
    entry.device().ifPresent(device -> document.append("subscriptionId", device.value()));
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
    return new OutboxEntry(
        notice,
        DocumentFields.optionalText(document, "subscriptionId").map(PushSubscriptionId::new),
        DocumentFields.smallNumber(document, "tries"));
  }
}

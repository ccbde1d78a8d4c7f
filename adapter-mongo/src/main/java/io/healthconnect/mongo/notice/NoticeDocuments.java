package io.healthconnect.mongo.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.mongo.db.DocumentFields;
import org.bson.Document;

/** Maps notices to documents. */
public final class NoticeDocuments {
  private NoticeDocuments() {}

  static Document document(Notice notice) {
    Document document =
        new Document("accountId", notice.to().value())
            .append("seq", notice.seq())
            .append("kind", notice.kind().code())
            .append("at", notice.at());
    notice
        .readAt()
        .ifPresentOrElse(
            readAt -> document.append("readAt", readAt), () -> document.append("unread", true));
    notice.appointment().ifPresent(id -> document.append("appointmentId", id.value()));
    notice.from().ifPresent(from -> document.append("fromId", from.value()));
    return document;
  }

  public static Notice notice(Document document) {
    return new Notice(
        new AccountId(DocumentFields.text(document, "accountId")),
        DocumentFields.number(document, "seq"),
        NoticeKind.restore(DocumentFields.text(document, "kind")),
        DocumentFields.instant(document, "at"),
        DocumentFields.optionalInstant(document, "readAt"),
        DocumentFields.optionalText(document, "appointmentId").map(AppointmentId::new),
        DocumentFields.optionalText(document, "fromId").map(AccountId::new));
  }
}

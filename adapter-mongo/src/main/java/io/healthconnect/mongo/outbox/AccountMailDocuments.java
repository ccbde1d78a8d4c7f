package io.healthconnect.mongo.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailKind;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import io.healthconnect.mongo.db.DocumentFields;
import org.bson.Document;

/** Maps wishes for mails to documents. */
final class AccountMailDocuments {
  private AccountMailDocuments() {}

  static Document document(AccountMail mail) {
    Document document =
        new Document("_id", mail.id())
            .append("kind", mail.kind().code())
            .append("email", mail.to().value())
            .append("askedAt", mail.askedAt())
            .append("expiresAt", mail.expiresAt())
            .append("tries", 0)
            .append("dueAt", mail.askedAt());
    mail.account().ifPresent(account -> document.append("accountId", account.value()));
    return document;
  }

  static QueuedAccountMail queued(Document document) {
    AccountMail mail =
        new AccountMail(
            AccountMailKind.restore(DocumentFields.text(document, "kind")),
            new Email(DocumentFields.text(document, "email")),
            DocumentFields.optionalText(document, "accountId").map(AccountId::new),
            DocumentFields.instant(document, "askedAt"));
    return new QueuedAccountMail(mail, DocumentFields.smallNumber(document, "tries"));
  }
}

package io.healthconnect.mongo.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.mongo.db.Stored;
import org.bson.Document;

/** Accounts and sessions as documents. */
final class AccountDocuments {
  private AccountDocuments() {}

  static Document document(Account account) {
    Document document =
        new Document("_id", account.id().value())
            .append("role", account.role().code())
            .append("name", account.name().value())
            .append("email", account.email().value())
            .append("passwordHash", account.passwordHash().value())
            .append("createdAt", account.createdAt())
            .append("sessionsValidFrom", account.sessionsValidFrom())
            .append("version", account.version());
    account.avatar().ifPresent(avatar -> document.append("avatar", avatar.value()));
    return document;
  }

  static Account account(Document document) {
    return new Account(
        new AccountId(Stored.text(document, "_id")),
        Role.parse(Stored.text(document, "role")),
        new PersonName(Stored.text(document, "name")),
        new Email(Stored.text(document, "email")),
        new PasswordHash(Stored.text(document, "passwordHash")),
        Stored.optionalText(document, "avatar").map(MediaId::new),
        Stored.instant(document, "createdAt"),
        Stored.instant(document, "sessionsValidFrom"),
        Stored.number(document, "version"));
  }

  static Document document(Session session) {
    return new Document("_id", session.id().value())
        .append("accountId", session.accountId().value())
        .append("createdAt", session.createdAt())
        .append("expiresAt", session.expiresAt());
  }

  static Session session(Document document) {
    return new Session(
        new SessionId(Stored.text(document, "_id")),
        new AccountId(Stored.text(document, "accountId")),
        Stored.instant(document, "createdAt"),
        Stored.instant(document, "expiresAt"));
  }
}

package io.healthconnect.mongo.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.mongo.db.DocumentFields;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** Maps accounts and sessions to documents. */
final class AccountDocuments {
  private AccountDocuments() {}

  static Document document(Account account, PasswordHash passwordHash) {
    Document document =
        new Document("_id", account.id().value())
            .append("role", account.role().code())
            .append("name", account.name().value())
            .append("email", account.email().value())
            .append("passwordHash", passwordHash.value())
            .append("createdAt", account.createdAt())
            .append("sessionsValidFrom", account.sessionsValidFrom())
            .append("words", words(account))
            .append("version", account.version());
    Standing standing = account.standing();
    if (standing.approval() != Approval.NOT_REQUIRED) {
      document.append("approval", standing.approval().code());
    }
    if (standing.disabled()) {
      document.append("disabled", true);
    }
    standing.rejection().ifPresent(reason -> document.append("rejectionReason", reason.value()));
    account.avatar().ifPresent(avatar -> document.append("avatar", avatar.value()));
    return document;
  }

  /** The words by which admins find the account. */
  static List<String> words(Account account) {
    return List.copyOf(SearchWords.stored(account.name().value(), account.email().value()));
  }

  static Account account(Document document) {
    return new Account(
        new AccountId(DocumentFields.text(document, "_id")),
        Role.parse(DocumentFields.text(document, "role")),
        PersonName.restore(DocumentFields.text(document, "name")),
        new Email(DocumentFields.text(document, "email")),
        DocumentFields.optionalText(document, "avatar").map(MediaId::new),
        DocumentFields.instant(document, "createdAt"),
        DocumentFields.instant(document, "sessionsValidFrom"),
        new Standing(
            DocumentFields.optionalText(document, "approval")
                .map(Approval::parse)
                .orElse(Approval.NOT_REQUIRED),
            document.getBoolean("disabled", false),
            document.containsKey("erasedAt"),
            DocumentFields.optionalText(document, "rejectionReason").map(RejectionReason::new)),
        SecondFactors.isOn(document),
        new EmailStatus(
            document.getBoolean("emailConfirmed", false),
            DocumentFields.optionalText(document, "pendingEmail").map(Email::new)),
        DocumentFields.number(document, "version"));
  }

  static Credentials credentials(Document document) {
    return new Credentials(
        new AccountId(DocumentFields.text(document, "_id")),
        new PasswordHash(DocumentFields.text(document, "passwordHash")));
  }

  static Document document(Session session) {
    Document document =
        new Document("_id", session.id().value())
            .append("accountId", session.accountId().value())
            .append("createdAt", session.createdAt())
            .append("expiresAt", session.expiresAt())
            .append("lastSeenAt", session.lastSeenAt());
    session.software().browser().ifPresent(browser -> document.append("browser", browser));
    session.software().system().ifPresent(system -> document.append("system", system));
    return document;
  }

  static Session session(Document document) {
    Instant createdAt = DocumentFields.instant(document, "createdAt");
    return new Session(
        new SessionId(DocumentFields.text(document, "_id")),
        new AccountId(DocumentFields.text(document, "accountId")),
        createdAt,
        DocumentFields.instant(document, "expiresAt"),
        new ClientSoftware(
            DocumentFields.optionalText(document, "browser"),
            DocumentFields.optionalText(document, "system")),
        DocumentFields.optionalInstant(document, "lastSeenAt").orElse(createdAt));
  }
}

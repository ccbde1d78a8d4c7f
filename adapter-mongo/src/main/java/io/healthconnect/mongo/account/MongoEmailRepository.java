package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.mongo.audit.AuditWrites;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.outbox.AccountMailWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The confirmation of e-mail addresses in MongoDB. */
public final class MongoEmailRepository implements EmailRepository {
  private static final String PENDING = "pendingEmail";

  private final MongoHandles handles;
  private final MongoCollection<Document> accounts;
  private final EmailTokens tokens;
  private final ResetTokens resetTokens;
  private final AccountMailWrites mails;
  private final AuditWrites audit;

  public MongoEmailRepository(MongoHandles handles) {
    this.handles = handles;
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.tokens = new EmailTokens(handles);
    this.resetTokens = new ResetTokens(handles);
    this.mails = new AccountMailWrites(handles);
    this.audit = new AuditWrites(handles);
  }

  @Override
  public Optional<Account> await(Credentials checked, Email email, Instant now, AuditEvent event) {
    return handles.transact(session -> await(session, checked, email, now, event));
  }

  private Optional<Account> await(
      ClientSession session, Credentials checked, Email email, Instant now, AuditEvent event) {
    Bson wanted = Filters.and(CredentialChecks.current(checked), Filters.ne("disabled", true));
    Optional<Account> stored =
        Optional.ofNullable(accounts.find(session, wanted).first()).map(AccountDocuments::account);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Account account = stored.get();
    boolean own = account.email().equals(email);
    EmailStatus status =
        new EmailStatus(
            account.emailStatus().confirmed(), own ? Optional.empty() : Optional.of(email));
    accounts.updateOne(session, Filters.eq("_id", account.id().value()), pending(status.pending()));
    if (!own) {
      mails.ask(session, AccountMail.change(account.id(), email, now));
    } else if (!status.confirmed()) {
      mails.ask(session, AccountMail.confirmation(account, now));
    }
    audit.append(session, List.of(event));
    return Optional.of(account.withEmail(account.email(), status));
  }

  private static Bson pending(Optional<Email> email) {
    return email
        .map(waiting -> Updates.set(PENDING, waiting.value()))
        .orElse(Updates.unset(PENDING));
  }

  @Override
  public void addToken(EmailToken token) {
    handles.transact(session -> tokens.add(session, token));
  }

  @Override
  public Optional<EmailToken> findToken(String hash) {
    return handles.run(() -> tokens.find(hash));
  }

  /**
   * If two transactions take one address at once, the unique index lets one commit; the other is
   * repeated and finds the address taken.
   */
  @Override
  public Result<Account, Refusal> confirm(String hash, Instant now, AuditEvent event) {
    return handles.transact(
        session -> {
          Optional<EmailToken> token = tokens.valid(session, hash, now);
          if (token.isEmpty()) {
            return Result.failure(Refusal.INVALID_TOKEN);
          }
          Bson own = Filters.eq("_id", token.get().accountId().value());
          Optional<Account> account =
              Optional.ofNullable(accounts.find(session, own).first())
                  .map(AccountDocuments::account)
                  .filter(token.get()::isWantedBy);
          return account.isEmpty()
              ? Result.failure(Refusal.INVALID_TOKEN)
              : confirm(session, account.get(), token.get(), now, event);
        });
  }

  private Result<Account, Refusal> confirm(
      ClientSession session, Account account, EmailToken token, Instant now, AuditEvent event) {
    Account confirmed = token.confirm(account).withVersion(account.version() + 1);
    boolean moves = !account.email().equals(confirmed.email());
    if (moves && isTaken(session, confirmed.email())) {
      return Result.failure(Refusal.EMAIL_TAKEN);
    }
    accounts.updateOne(
        session,
        Filters.eq("_id", account.id().value()),
        Updates.combine(
            Updates.set("email", confirmed.email().value()),
            Updates.set("words", AccountDocuments.words(confirmed)),
            Updates.set("emailConfirmed", true),
            pending(confirmed.emailStatus().pending()),
            Updates.set("version", confirmed.version())));
    if (moves) {
      tokens.removeAll(session, account.id());
      resetTokens.removeAll(session, account.id());
      mails.ask(session, AccountMail.changed(account.id(), account.email(), now));
      audit.append(session, List.of(event));
    } else {
      tokens.removeOf(session, token);
    }
    return Result.success(confirmed);
  }

  private boolean isTaken(ClientSession session, Email email) {
    return accounts.find(session, Filters.eq("email", email.value())).first() != null;
  }

  @Override
  public int purgeTokens(Instant now) {
    return handles.run(() -> tokens.purge(now));
  }
}

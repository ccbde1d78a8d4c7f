package io.healthconnect.testkit.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.audit.InMemoryAuditLog;
import io.healthconnect.testkit.outbox.InMemoryAccountMailQueue;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The confirmation of e-mail addresses in memory. */
public final class InMemoryEmailRepository implements EmailRepository {
  private static final Comparator<EmailToken> NEWEST_FIRST =
      Comparator.comparing(EmailToken::createdAt).thenComparing(EmailToken::hash).reversed();

  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final InMemoryAuditLog audit;
  private final InMemoryAccountMailQueue mails;
  private final Map<String, EmailToken> tokens = new HashMap<>();

  public InMemoryEmailRepository(
      StoreLock lock,
      InMemoryAccountRepository accounts,
      InMemoryAuditLog audit,
      InMemoryAccountMailQueue mails) {
    this.lock = lock;
    this.accounts = accounts;
    this.audit = audit;
    this.mails = mails;
  }

  @Override
  public Optional<Account> await(Credentials checked, Email email, Instant now, AuditEvent event) {
    return lock.step(
        () ->
            accounts
                .find(checked.accountId())
                .filter(account -> !account.standing().disabled())
                .filter(account -> accounts.credentials(account.id()).equals(Optional.of(checked)))
                .map(account -> await(account, email, now, event)));
  }

  private Account await(Account account, Email email, Instant now, AuditEvent event) {
    boolean own = account.email().equals(email);
    boolean confirmed = account.emailStatus().confirmed();
    if (!own) {
      mails.ask(AccountMail.change(account.id(), email, now));
    } else if (!confirmed) {
      mails.ask(AccountMail.confirmation(account, now));
    }
    audit.append(List.of(event));
    Account waiting =
        account.withEmail(
            account.email(),
            new EmailStatus(confirmed, own ? Optional.empty() : Optional.of(email)));
    accounts.await(waiting);
    return waiting;
  }

  @Override
  public void addToken(EmailToken token) {
    lock.step(
        () -> {
          if (accounts.find(token.accountId()).isEmpty()) {
            throw new IllegalStateException("there is no such account");
          }
          tokens.put(token.hash(), token);
          List<EmailToken> oldest =
              tokens.values().stream()
                  .filter(each -> each.accountId().equals(token.accountId()))
                  .sorted(NEWEST_FIRST)
                  .skip(EmailToken.MOST)
                  .toList();
          return tokens.values().removeAll(oldest);
        });
  }

  @Override
  public Optional<EmailToken> findToken(String hash) {
    return lock.step(() -> Optional.ofNullable(tokens.get(hash)));
  }

  @Override
  public Result<Account, Refusal> confirm(String hash, Instant now, AuditEvent event) {
    return lock.step(
        () -> {
          Optional<EmailToken> token = findToken(hash).filter(found -> found.isValidAt(now));
          return token
              .flatMap(found -> accounts.find(found.accountId()).filter(found::isWantedBy))
              .map(account -> confirm(account, token.orElseThrow(), now, event))
              .orElseGet(() -> Result.failure(Refusal.INVALID_TOKEN));
        });
  }

  private Result<Account, Refusal> confirm(
      Account account, EmailToken token, Instant now, AuditEvent event) {
    boolean moves = !account.email().equals(token.email());
    if (moves && accounts.findByEmail(token.email()).isPresent()) {
      return Result.failure(Refusal.EMAIL_TAKEN);
    }
    tokens
        .values()
        .removeIf(
            each ->
                each.accountId().equals(account.id())
                    && (moves || each.email().equals(token.email())));
    if (moves) {
      mails.ask(AccountMail.changed(account.id(), account.email(), now));
      audit.append(List.of(event));
    }
    return Result.success(accounts.confirmed(token.confirm(account)));
  }

  @Override
  public int purgeTokens(Instant now) {
    return lock.step(
        () -> {
          int before = tokens.size();
          tokens.values().removeIf(token -> token.expiresAt().isBefore(now));
          return before - tokens.size();
        });
  }

  /** For the administration, inside its step: removes what an erased account leaves. */
  void removeAll(Account account) {
    AccountId id = account.id();
    tokens.values().removeIf(token -> token.accountId().equals(id));
    mails.removeAll(account);
  }
}

package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.EmailRepository.Refusal;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store does with e-mail addresses that wait to be confirmed. */
public interface EmailContract {
  /** When everything happens. */
  Instant AT = Instant.parse("2026-03-02T07:00:00.123Z");

  Email NEXT = new Email("next@example.org");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private EmailRepository emails() {
    return stores().emails();
  }

  private Account person(String id) {
    Account account = Accounts.patient(id);
    stores().patients().add(account, Accounts.HASH, Patients.blank(id));
    return account;
  }

  private static AuditEvent event(AuditAction action, Account account) {
    return AuditEvent.of(action, AT).about(account.id());
  }

  private Optional<Account> await(Account account, Email email) {
    return emails()
        .await(
            Accounts.credentials(account.id()),
            email,
            AT,
            event(AuditAction.EMAIL_CHANGE_REQUESTED, account));
  }

  private EmailToken mailed(String secret, Account account, Email to) {
    EmailToken token = EmailToken.create(secret, account.id(), to, AT);
    emails().addToken(token);
    return token;
  }

  private Result<Account, Refusal> confirm(EmailToken token, Account account) {
    return emails().confirm(token.hash(), AT, event(AuditAction.EMAIL_CHANGED, account));
  }

  private Account stored(Account account) {
    return stores().accounts().find(account.id()).orElseThrow();
  }

  private List<AccountMail> asked() {
    List<AccountMail> asked = new ArrayList<>();
    stores()
        .accountMails()
        .take(AT, AT.plusSeconds(3600))
        .map(QueuedAccountMail::mail)
        .ifPresent(asked::add);
    return asked;
  }

  private List<AuditAction> audited() {
    List<AuditAction> actions = new ArrayList<>();
    stores().audit().forEach(entry -> actions.add(entry.event().action()));
    return actions;
  }

  private List<AccountId> found(String... words) {
    return stores()
        .administration()
        .search(
            new AccountSearch(
                Set.of(words), Optional.empty(), Optional.empty(), PageRequest.first(20)))
        .items()
        .stream()
        .map(Account::id)
        .toList();
  }

  @Test
  default void anAddressIsNotConfirmedAtFirst() {
    assertEquals(EmailStatus.UNCONFIRMED, stored(person("p1")).emailStatus());
  }

  @Test
  default void aNewAddressWaitsAndItsOwnerIsAsked() {
    Account account = person("p1");
    Account waiting = account.withEmail(account.email(), new EmailStatus(false, Optional.of(NEXT)));
    assertEquals(Optional.of(waiting), await(account, NEXT));
    assertEquals(waiting, stored(account));
    assertEquals(List.of(AccountMail.change(account.id(), NEXT, AT)), asked());
    assertEquals(List.of(AuditAction.EMAIL_CHANGE_REQUESTED), audited());
    assertEquals(Optional.empty(), stores().accounts().findByEmail(NEXT));
  }

  @Test
  default void thePresentAddressEndsTheWaitOfAnother() {
    Account account = person("p1");
    await(account, NEXT);
    asked();
    await(account, account.email());
    assertEquals(account, stored(account));
    assertEquals(List.of(AccountMail.confirmation(account, AT)), asked());
    assertEquals(
        Result.failure(Refusal.INVALID_TOKEN), confirm(mailed("s", account, NEXT), account));
  }

  @Test
  default void nothingWaitsWithAFormerPasswordOrForADisabledAccount() {
    Account account = person("p1");
    var former = new Credentials(account.id(), new PasswordHash("former"));
    AuditEvent event = event(AuditAction.EMAIL_CHANGE_REQUESTED, account);
    assertEquals(Optional.empty(), emails().await(former, NEXT, AT, event));
    disable(account);
    assertEquals(Optional.empty(), await(account, NEXT));
    assertEquals(List.of(), asked());
    assertFalse(audited().contains(AuditAction.EMAIL_CHANGE_REQUESTED));
  }

  private void disable(Account account) {
    stores()
        .administration()
        .decide(account.id(), Decision.DISABLE, Accounts.decided(account.id(), Decision.DISABLE));
  }

  @Test
  default void findsAnEmailTokenByItsHashOnly() {
    Account account = person("p1");
    EmailToken token = mailed("secret", account, NEXT);
    assertEquals(Optional.of(token), emails().findToken(token.hash()));
    assertEquals(Optional.empty(), emails().findToken("secret"));
    Account nobody = Accounts.patient("nobody");
    assertThrows(IllegalStateException.class, () -> mailed("other", nobody, NEXT));
  }

  @Test
  default void keepsTheNewestTokensOfAnAccount() {
    Account account = person("p1");
    List<EmailToken> made = new ArrayList<>();
    for (int i = 0; i <= EmailToken.MOST; i++) {
      EmailToken token = EmailToken.create("secret" + i, account.id(), NEXT, AT.plusSeconds(i));
      emails().addToken(token);
      made.add(token);
    }
    assertEquals(Optional.empty(), emails().findToken(made.get(0).hash()));
    assertEquals(Optional.of(made.get(1)), emails().findToken(made.get(1).hash()));
  }

  @Test
  default void confirmsThePresentAddressOnce() {
    Account account = person("p1");
    EmailToken token = mailed("secret", account, account.email());
    Account confirmed = account.withEmail(account.email(), EmailStatus.CONFIRMED).withVersion(2);
    assertEquals(Result.success(confirmed), confirm(token, account));
    assertEquals(confirmed, stored(account));
    assertEquals(Result.failure(Refusal.INVALID_TOKEN), confirm(token, account));
    assertEquals(List.of(), asked());
    assertEquals(List.of(), audited());
    await(account, account.email());
    assertEquals(List.of(), asked());
  }

  @Test
  default void movesToAConfirmedAddressInOneStep() {
    Account account = person("p1");
    await(account, NEXT);
    asked();
    ResetToken reset = ResetToken.create("reset", account.id(), AT);
    stores().accounts().addResetToken(reset);
    EmailToken other = mailed("other", account, account.email());
    Result<Account, Refusal> result = confirm(mailed("secret", account, NEXT), account);
    Account moved = account.withEmail(NEXT, EmailStatus.CONFIRMED).withVersion(2);
    assertEquals(Result.success(moved), result);
    assertEquals(Optional.of(moved), stores().accounts().findByEmail(NEXT));
    assertEquals(Optional.empty(), stores().accounts().findByEmail(account.email()));
    assertEquals(Optional.empty(), stores().accounts().findResetToken(reset.hash()));
    assertEquals(Optional.empty(), emails().findToken(other.hash()));
    assertEquals(List.of(AccountMail.changed(account.id(), account.email(), AT)), asked());
    assertTrue(audited().contains(AuditAction.EMAIL_CHANGED));
    assertEquals(List.of(account.id()), found("next"));
    assertEquals(List.of(account.id()), found("paul"));
  }

  @Test
  default void aTokenEndsInHalfAnHour() {
    Account account = person("p1");
    EmailToken token = mailed("secret", account, account.email());
    Instant end = AT.plus(Duration.ofMinutes(30));
    AuditEvent event = event(AuditAction.EMAIL_CHANGED, account);
    assertEquals(Result.failure(Refusal.INVALID_TOKEN), emails().confirm(token.hash(), end, event));
    assertTrue(emails().confirm(token.hash(), end.minusMillis(1), event) instanceof Result.Success);
  }

  @Test
  default void oneOfManyGetsAnAddress() {
    List<Account> people = List.of(person("p1"), person("p2"), person("p3"), person("p4"));
    List<EmailToken> tokens = new ArrayList<>();
    for (Account account : people) {
      await(account, NEXT);
      tokens.add(mailed("secret" + account.id().value(), account, NEXT));
    }
    List<Result<Account, Refusal>> results =
        Race.of(4, i -> () -> confirm(tokens.get(i), people.get(i)));
    assertEquals(3, results.stream().filter(Result.failure(Refusal.EMAIL_TAKEN)::equals).count());
    Account winner = stores().accounts().findByEmail(NEXT).orElseThrow();
    assertTrue(results.contains(Result.success(winner)));
  }

  @Test
  default void oneOfManySpendsAToken() {
    Account account = person("p1");
    EmailToken token = mailed("secret", account, account.email());
    List<Result<Account, Refusal>> results = Race.of(6, i -> () -> confirm(token, account));
    assertEquals(5, results.stream().filter(Result.failure(Refusal.INVALID_TOKEN)::equals).count());
  }

  @Test
  default void aNewPasswordEndsTheWait() {
    Account changed = person("p1");
    Account reset = person("p2");
    await(changed, NEXT);
    await(reset, new Email("other@example.org"));
    PasswordHash next = new PasswordHash("next");
    stores()
        .accounts()
        .changePassword(Accounts.credentials(changed.id()), next, new SessionId("s"), AT);
    ResetToken token = ResetToken.create("reset", reset.id(), AT);
    stores().accounts().addResetToken(token);
    assertTrue(stores().accounts().resetPassword(token.hash(), AT, next));
    assertEquals(EmailStatus.UNCONFIRMED, stored(changed).emailStatus());
    assertEquals(EmailStatus.UNCONFIRMED, stored(reset).emailStatus());
    assertEquals(
        Result.failure(Refusal.INVALID_TOKEN), confirm(mailed("s", changed, NEXT), changed));
  }

  @Test
  default void aNewNameLeavesTheWaitAlone() {
    Account account = person("p1");
    Account waiting = await(account, NEXT).orElseThrow();
    Account named = stores().accounts().save(account.withName(new PersonName("Pia")));
    assertEquals(waiting.emailStatus(), named.emailStatus());
    assertEquals(waiting.emailStatus(), stored(account).emailStatus());
  }

  @Test
  default void aDisabledAccountConfirmsNothing() {
    Account account = person("p1");
    EmailToken token = mailed("secret", account, account.email());
    disable(account);
    assertEquals(Result.failure(Refusal.INVALID_TOKEN), confirm(token, account));
  }

  @Test
  default void erasingAnAccountEndsTheWaitAndTheTokens() {
    Account account = person("p1");
    await(account, NEXT);
    EmailToken token = mailed("secret", account, NEXT);
    stores()
        .administration()
        .erase(
            new Erasure(
                account.id(), Optional.empty(), event(AuditAction.ACCOUNT_ERASED, account)));
    assertEquals(EmailStatus.UNCONFIRMED, stored(account).emailStatus());
    assertEquals(Optional.empty(), emails().findToken(token.hash()));
    assertEquals(List.of(), asked());
  }

  @Test
  default void purgesTokensThatExpiredEarlier() {
    Account account = person("p1");
    EmailToken token = mailed("secret", account, NEXT);
    assertEquals(0, emails().purgeTokens(token.expiresAt()));
    assertEquals(1, emails().purgeTokens(token.expiresAt().plusMillis(1)));
    assertEquals(Optional.empty(), emails().findToken(token.hash()));
  }
}

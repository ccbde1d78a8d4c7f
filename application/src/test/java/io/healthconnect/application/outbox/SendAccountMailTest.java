package io.healthconnect.application.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailKind;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendAccountMailTest {
  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final Deque<Delivery> outcomes = new ArrayDeque<>();
  private final List<AccountLetter> letters = new ArrayList<>();
  private final RandomIds ids = new RandomIds(3);

  /** What others do between a look at the account and the link that is stored for it. */
  private Runnable meanwhile = () -> {};

  private final SendAccountMail send =
      SendAccountMail.create(
          new SendAccountMail.Ports(
              store.accountMails(),
              store.accounts(),
              store.emails(),
              store.preferences(),
              store.audit()),
          letter -> {
            letters.add(letter);
            return outcomes.isEmpty() ? Delivery.SENT : outcomes.removeFirst();
          },
          this::nextId,
          clock);

  private String nextId() {
    meanwhile.run();
    return ids.next();
  }

  private Account person(String id) {
    Account account = Accounts.patient(id);
    store.patients().add(account, Accounts.HASH, Patients.blank(id));
    return account;
  }

  private void forget(Email email) {
    store.accountMails().ask(AccountMail.passwordReset(email, clock.instant()));
  }

  private Optional<ResetToken> token(AccountLetter letter) {
    return store.accounts().findResetToken(ResetToken.hashOf(letter.secret().orElseThrow()));
  }

  @Test
  void mailsALinkWhoseSecretIsStoredAsAHashOnly() {
    Account account = person("p1");
    store.preferences().save(account.id(), new Preferences(Language.ES, ZoneOffset.UTC));
    forget(account.email());
    assertEquals(1, send.sendAccountMail());
    AccountLetter letter = letters.get(0);
    assertEquals(AccountMailKind.PASSWORD_RESET, letter.kind());
    assertEquals(account.email(), letter.to());
    assertEquals(Language.ES, letter.language());
    assertEquals(52, letter.secret().orElseThrow().length());
    ResetToken token = token(letter).orElseThrow();
    assertEquals(clock.instant().plus(Duration.ofMinutes(30)), token.expiresAt());
    assertTrue(
        store.accounts().resetPassword(token.hash(), clock.instant(), new PasswordHash("next")));
    List<AuditAction> audited = new ArrayList<>();
    store.audit().forEach(entry -> audited.add(entry.event().action()));
    assertEquals(List.of(AuditAction.RESET_LINK_MAILED, AuditAction.PASSWORD_RESET), audited);
  }

  @Test
  void mailsNobodyWhoHasNoAccountOrCannotUseIt() {
    Account disabled = person("p1");
    store
        .administration()
        .decide(disabled.id(), Decision.DISABLE, Accounts.decided(disabled.id(), Decision.DISABLE));
    forget(disabled.email());
    forget(new Email("nobody@example.org"));
    assertEquals(0, send.sendAccountMail());
    assertEquals(List.of(), letters);
    clock.advance(Duration.ofMinutes(3));
    assertEquals(Optional.empty(), store.accountMails().take(clock.instant(), clock.instant()));
  }

  @Test
  void mailsNoLinkForAnAccountThatWasDisabledMeanwhile() {
    Account account = person("p1");
    forget(account.email());
    meanwhile =
        () ->
            store
                .administration()
                .decide(
                    account.id(),
                    Decision.DISABLE,
                    Accounts.decided(account.id(), Decision.DISABLE));
    assertEquals(0, send.sendAccountMail());
    assertEquals(List.of(), letters);
  }

  @Test
  void sendsOneMailInFiveMinutesHoweverOftenSomebodyAsks() {
    Account account = person("p1");
    for (int minute = 0; minute < 10; minute++) {
      forget(account.email());
      send.sendAccountMail();
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(2, letters.size());
    // Whatever strangers ask for, the link of an admin stays.
    assertTrue(letters.stream().allMatch(letter -> token(letter).isPresent()));
  }

  @Test
  void triesAgainWithANewSecretAfterPausesThatGrow() {
    Account account = person("p1");
    forget(account.email());
    outcomes.add(Delivery.DEFERRED);
    outcomes.add(Delivery.UNREACHABLE);
    assertEquals(0, send.sendAccountMail());
    clock.advance(Duration.ofSeconds(29));
    assertEquals(0, send.sendAccountMail());
    assertEquals(1, letters.size());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(0, send.sendAccountMail());
    assertEquals(List.of(), store.audit().events());
    clock.advance(Duration.ofSeconds(60));
    assertEquals(1, send.sendAccountMail());
    assertEquals(3, letters.size());
    assertEquals(
        List.of(AuditEvent.of(AuditAction.RESET_LINK_MAILED, clock.instant()).about(account.id())),
        store.audit().events());
    assertNotEquals(letters.get(0).secret(), letters.get(2).secret());
    assertTrue(token(letters.get(2)).isPresent());
  }

  @Test
  void givesUpAfterAnHourAndWhenTheServerRefuses() {
    Account account = person("p1");
    forget(account.email());
    clock.advance(Duration.ofHours(1));
    assertEquals(0, send.sendAccountMail());
    assertEquals(List.of(), letters);
    forget(account.email());
    outcomes.add(Delivery.REFUSED);
    send.sendAccountMail();
    clock.advance(Duration.ofMinutes(4));
    assertEquals(0, send.sendAccountMail());
    assertEquals(1, letters.size());
  }

  @Test
  void stopsAtAMailServerThatIsAway() {
    forget(person("p1").email());
    forget(person("p2").email());
    outcomes.add(Delivery.UNREACHABLE);
    send.sendAccountMail();
    assertEquals(1, letters.size());
    send.sendAccountMail();
    assertEquals(2, letters.size());
  }

  @Test
  void mailsNoLinkForAnAddressThatIsNoLongerWanted() {
    Account account = person("p1");
    Email next = new Email("next@example.org");
    store.accountMails().ask(AccountMail.change(account.id(), next, clock.instant()));
    assertEquals(0, send.sendAccountMail());
    assertEquals(List.of(), letters);
    store.accountMails().ask(AccountMail.confirmation(account, clock.instant()));
    assertEquals(1, send.sendAccountMail());
    String hash = ResetToken.hashOf(letters.get(0).secret().orElseThrow());
    assertEquals(account.email(), store.emails().findToken(hash).orElseThrow().email());
    assertFalse(letters.get(0).id().contains("example"));
  }
}

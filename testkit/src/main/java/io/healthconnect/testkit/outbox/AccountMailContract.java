package io.healthconnect.testkit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of the wishes for mails about access to accounts. */
public interface AccountMailContract {
  Email ANN = new Email("ann@example.org");
  Instant ASKED = Instant.parse("2026-03-02T07:00:00.123Z");
  Instant LATER = ASKED.plusSeconds(60);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AccountMailQueue mails() {
    return stores().accountMails();
  }

  private QueuedAccountMail taken(Instant now) {
    return mails().take(now, now.plusSeconds(60)).orElseThrow();
  }

  private boolean isDue(Instant now) {
    return mails().take(now, now.plusSeconds(60)).isPresent();
  }

  @Test
  default void keepsAWishForAnAddressThatMayBeNobodys() {
    assertTrue(mails().isServed());
    AccountMail mail = AccountMail.passwordReset(ANN, ASKED);
    mails().ask(mail);
    assertFalse(isDue(ASKED.minusMillis(1)));
    assertEquals(new QueuedAccountMail(mail, 1), taken(ASKED));
    assertFalse(isDue(LATER.minusMillis(1)));
    assertEquals(new QueuedAccountMail(mail, 2), taken(LATER));
  }

  @Test
  default void keepsWhoseMailItIs() {
    Account account = Accounts.patient("p1");
    AccountMail change = AccountMail.change(account.id(), ANN, ASKED);
    mails().ask(change);
    mails().ask(AccountMail.passwordReset(ANN, ASKED.plusMillis(1)));
    assertEquals(change, taken(LATER).mail());
    assertEquals(Optional.empty(), taken(LATER).mail().account());
  }

  /** So that nobody's mailbox is filled, and the owner can still ask. */
  @Test
  default void aWishStandsForOthersForFiveMinutesSentOrNot() {
    mails().ask(AccountMail.passwordReset(ANN, ASKED));
    mails().ask(AccountMail.passwordReset(ANN, ASKED.plusMillis(1)));
    assertTrue(mails().end(taken(LATER)));
    Instant pause = ASKED.plus(AccountMail.PAUSE);
    mails().ask(AccountMail.passwordReset(ANN, pause.minusMillis(1)));
    assertFalse(isDue(pause));
    mails().ask(AccountMail.passwordReset(ANN, pause));
    assertEquals(new QueuedAccountMail(AccountMail.passwordReset(ANN, pause), 1), taken(pause));
  }

  @Test
  default void aWishThatIsPostponedIsDueAgainThen() {
    mails().ask(AccountMail.passwordReset(ANN, ASKED));
    assertTrue(mails().postpone(taken(ASKED), ASKED.plusSeconds(600)));
    assertFalse(isDue(ASKED.plusSeconds(599)));
    assertEquals(2, taken(ASKED.plusSeconds(600)).tries());
  }

  @Test
  default void aTryOfAWishThatWasOvertakenEndsNothing() {
    mails().ask(AccountMail.passwordReset(ANN, ASKED));
    QueuedAccountMail first = taken(ASKED);
    QueuedAccountMail second = taken(LATER);
    assertFalse(mails().end(first));
    assertFalse(mails().postpone(first, LATER));
    assertTrue(mails().end(second));
    assertFalse(mails().end(second));
    Instant again = ASKED.plus(AccountMail.PAUSE);
    mails().ask(AccountMail.passwordReset(ANN, again));
    assertFalse(mails().end(new QueuedAccountMail(second.mail(), 1)));
    assertTrue(isDue(again));
  }

  @Test
  default void oneOfManySendersTakesAWish() {
    mails().ask(AccountMail.passwordReset(ANN, ASKED));
    List<Boolean> took = Race.of(8, i -> () -> isDue(ASKED));
    assertEquals(1, took.stream().filter(each -> each).count());
  }

  @Test
  default void manyAtOnceAskForOneMail() {
    Race.of(
        8,
        i ->
            () -> {
              mails().ask(AccountMail.passwordReset(ANN, ASKED));
              return true;
            });
    assertTrue(isDue(ASKED));
    assertFalse(isDue(ASKED));
  }

  @Test
  default void tellsHowManyWaitAndSinceWhen() {
    assertEquals(new OutboxState(0, Optional.empty(), 0), mails().state());
    mails().ask(AccountMail.passwordReset(ANN, ASKED));
    mails().ask(AccountMail.passwordReset(new Email("ben@example.org"), LATER));
    QueuedAccountMail first = taken(LATER);
    assertEquals(new OutboxState(2, Optional.of(ASKED), 0), mails().state());
    assertTrue(mails().end(first));
    assertEquals(new OutboxState(1, Optional.of(LATER), 0), mails().state());
  }

  @Test
  default void purgesWishesThatExpiredEarlier() {
    mails().ask(AccountMail.passwordReset(ANN, ASKED));
    Instant end = ASKED.plus(Duration.ofHours(1));
    assertEquals(0, mails().purge(end));
    assertEquals(1, mails().purge(end.plusMillis(1)));
    assertFalse(isDue(LATER));
  }

  @Test
  default void erasingAnAccountRemovesItsWishesAndThoseForItsAddress() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    mails().ask(AccountMail.change(account.id(), ANN, ASKED));
    mails().ask(AccountMail.passwordReset(account.email(), ASKED));
    AccountMail other = AccountMail.passwordReset(ANN, ASKED);
    mails().ask(other);
    AuditEvent event =
        AuditEvent.of(AuditAction.ACCOUNT_ERASED, Accounts.CREATED).about(account.id());
    stores().administration().erase(new Erasure(account.id(), Optional.empty(), event));
    assertEquals(other, taken(ASKED).mail());
    assertFalse(isDue(ASKED));
  }
}

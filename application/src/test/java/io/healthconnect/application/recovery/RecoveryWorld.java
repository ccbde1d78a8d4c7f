package io.healthconnect.application.recovery;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.outbox.SendAccountMail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Recovery by mail, with a store in memory and a mail server that accepts everything. */
final class RecoveryWorld {
  static final String PASSWORD = "correct horse";

  final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  final InMemoryStore store = new InMemoryStore();
  final List<AccountLetter> letters = new ArrayList<>();
  final Deque<Delivery> outcomes = new ArrayDeque<>();
  final SendAccountMail send =
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
          new RandomIds(3),
          clock);

  RecoveryUseCases useCases() {
    return RecoveryUseCases.create(
        new RecoveryUseCases.Ports(store.accounts(), store.emails(), store.accountMails()),
        this::confirm,
        new AuditTrail(store.audit(), clock),
        clock);
  }

  private Result<Credentials, ConfirmPassword.Refusal> confirm(Actor actor, String password) {
    return password.equals(PASSWORD)
        ? Result.success(store.accounts().credentials(actor.id()).orElseThrow())
        : Result.failure(
            new ConfirmPassword.Refusal(ConfirmPassword.Reason.WRONG_PASSWORD, Duration.ZERO));
  }

  Account person(String id) {
    Account account = Accounts.patient(id);
    store.patients().add(account, Accounts.HASH, Patients.blank(id));
    return account;
  }

  static Actor actor(Account account) {
    return new Actor(account.id(), account.role(), new SessionId("s1"));
  }

  Account stored(Account account) {
    return store.accounts().find(account.id()).orElseThrow();
  }

  /** Sends what is due, and gives the secret of the last mail. */
  String mailedSecret() {
    send.sendAccountMail();
    return letters.get(letters.size() - 1).secret().orElseThrow();
  }

  List<AuditAction> audited() {
    List<AuditAction> actions = new ArrayList<>();
    store.audit().forEach(entry -> actions.add(entry.event().action()));
    return actions;
  }
}

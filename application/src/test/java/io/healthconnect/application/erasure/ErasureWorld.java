package io.healthconnect.application.erasure;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.AccountAdministrationContract;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use cases of erasing, with the admin Ada, two doctors and a patient. */
final class ErasureWorld {
  static final String PASSWORD = "correct horse";

  final SettableClock clock = new SettableClock(Appointments.BOOKED);
  static final Duration RETENTION = Duration.ofDays(3_652);

  final InMemoryStore store = new InMemoryStore();
  final InMemoryLiveCalls calls = new InMemoryLiveCalls(store.feed());

  /** The accounts whose calls were ended, and whose images were removed. */
  final List<AccountId> left = new ArrayList<>();

  final List<AccountId> imageless = new ArrayList<>();

  /** Whether the store is away once an account is erased. */
  boolean storeIsAway;

  final ErasureUseCases useCases =
      ErasureUseCases.create(
          new ErasureUseCases.Ports(
              store.administration(),
              store.appointments(),
              store.messages(),
              calls,
              this::leave,
              owner -> imageless.add(owner) ? 1 : 0,
              new AuditTrail(store.audit(), clock)),
          this::confirm,
          RETENTION,
          clock);

  ErasureWorld() {
    store
        .administration()
        .addAdmin(Accounts.admin("a1"), Accounts.HASH, AccountAdministrationContract.CREATED);
    People.add(store.stores(), "d1", "p1");
    People.addDoctor(store.stores(), "d2");
  }

  /** Erases, as if the process had stopped right after the store's step. */
  void eraseAndStop(String id) {
    AccountId account = new AccountId(id);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, clock.instant());
    store.administration().erase(new Erasure(account, Optional.empty(), event.about(account)));
  }

  private boolean leave(AccountId account) {
    if (storeIsAway) {
      throw new StoreUnavailableException(
          StoreUnavailableException.Cause.UNAVAILABLE, new IllegalStateException());
    }
    return left.add(account);
  }

  private Result<Credentials, ConfirmPassword.Refusal> confirm(Actor actor, String password) {
    return password.equals(PASSWORD)
        ? Result.success(Accounts.credentials(actor.id()))
        : Result.failure(
            new ConfirmPassword.Refusal(ConfirmPassword.Reason.WRONG_PASSWORD, Duration.ZERO));
  }

  static Actor actor(String id, Role role) {
    return new Actor(new AccountId(id), role, new SessionId("s-" + id));
  }

  Account account(String id) {
    return store.accounts().find(new AccountId(id)).orElseThrow();
  }

  /** Books an appointment of p1, {@code minute} minutes after Monday, 09:00. */
  Appointment book(String doctor, int minute) {
    return Appointments.value(
        store
            .appointments()
            .book(
                Appointments.pending("v" + minute, doctor, "p1", minute),
                Optional.empty(),
                Appointments.UNLIMITED));
  }

  Appointment appointment(int minute) {
    return store.appointments().find(new AppointmentId("v" + minute)).orElseThrow();
  }
}

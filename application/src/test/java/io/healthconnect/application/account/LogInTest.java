package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** G-05: only a password that was looked at is a guess. */
class LogInTest {
  private static final Email EMAIL = Email.parse("paul@example.org");

  private final AtomicBoolean away = new AtomicBoolean();
  private final LogIn logIn = logIn(new InMemoryStore());

  private LogIn logIn(InMemoryStore store) {
    return AccountUseCases.create(
            new AccountUseCases.Ports(
                new SometimesAway(store.accounts(), away),
                store.sessions(),
                store.doctors(),
                store.patients(),
                new PlainPasswordHasher(),
                (password, name, email) -> false,
                new PlainTokens()),
            () -> "id",
            SettableClock.at("2026-03-02T07:00:00Z"),
            Duration.ofDays(1),
            PasswordGuessing.DEFAULT)
        .logIn();
  }

  private LogIn.Reason refusal() {
    return logIn
        .handle(new LogIn.Command(EMAIL, "wrong horse"))
        .fold(signedIn -> fail("signed in"), LogIn.Refusal::reason);
  }

  @Test
  void aStoreThatIsAwayIsNoWrongPassword() {
    away.set(true);
    for (int i = 0; i < 50; i++) {
      assertThrows(StoreUnavailableException.class, this::refusal);
    }
    away.set(false);
    for (int i = 0; i < 5; i++) {
      assertEquals(LogIn.Reason.BAD_CREDENTIALS, refusal());
    }
    assertEquals(LogIn.Reason.TOO_MANY_FAILURES, refusal());
  }

  private record SometimesAway(AccountRepository accounts, AtomicBoolean away)
      implements AccountRepository {
    private AccountRepository reached() {
      if (away.get()) {
        throw new StoreUnavailableException(
            StoreUnavailableException.Cause.UNAVAILABLE, new IOException("away"));
      }
      return accounts;
    }

    @Override
    public Optional<Account> find(AccountId id) {
      return reached().find(id);
    }

    @Override
    public Optional<Account> findByEmail(Email email) {
      return reached().findByEmail(email);
    }

    @Override
    public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
      return reached().findAll(ids);
    }

    @Override
    public Account save(Account account) {
      return reached().save(account);
    }
  }
}

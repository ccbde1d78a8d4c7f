package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static io.healthconnect.application.account.AccountWorld.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LogInTest {
  private static final LogIn.Refusal BAD_CREDENTIALS =
      new LogIn.Refusal(LogIn.Reason.BAD_CREDENTIALS, Duration.ZERO);

  @Test
  void opensASessionForTheRightPassword() {
    AccountWorld world = new AccountWorld();
    OpenedSession signedUp = world.signUp();
    OpenedSession loggedIn = world.logIn();
    assertEquals(signedUp.account(), loggedIn.account());
    assertEquals(world.clock.instant(), loggedIn.session().createdAt());
    assertEquals(
        world.clock.instant().plus(AccountWorld.SESSION_LIFE), loggedIn.session().expiresAt());
    assertTrue(world.isLoggedIn(loggedIn));
    assertTrue(world.isLoggedIn(signedUp));
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownEmailAlike() {
    AccountWorld world = new AccountWorld();
    world.signUp();
    assertEquals(BAD_CREDENTIALS, world.refusal(attempt("wrong horse")));
    assertEquals(BAD_CREDENTIALS, world.refusal(attempt("short")));
    assertEquals(
        BAD_CREDENTIALS,
        world.refusal(
            new LogIn.Command(
                Email.parse("nobody@example.org"),
                PASSWORD.value(),
                LogIn.Source.of("192.0.2.1"))));
  }

  private static void decide(AccountWorld world, OpenedSession person, Decision decision) {
    AccountId id = person.account().id();
    world.store.administration().decide(id, decision, Accounts.decided(id, decision));
  }

  /** N-01. */
  @Test
  void n01EachLogInAndEachRefusedOneIsLogged() {
    AccountWorld world = new AccountWorld();
    OpenedSession signedUp = world.signUp();
    AccountId paul = signedUp.account().id();
    world.refusal(attempt("wrong horse"));
    world.refusal(
        new LogIn.Command(
            Email.parse("nobody@example.org"), "wrong horse", LogIn.Source.of("192.0.2.1")));
    OpenedSession loggedIn = world.logIn();
    AuditEvent in = AuditEvent.of(AuditAction.SIGNED_IN, world.clock.instant()).about(paul);
    AuditEvent refused = AuditEvent.of(AuditAction.SIGN_IN_REFUSED, world.clock.instant());
    assertEquals(
        List.of(
            in.by(paul, signedUp.session().id()),
            refused.about(paul),
            refused,
            in.by(paul, loggedIn.session().id())),
        world.store.audit().events());
  }

  /** N-01: whoever knows the password is somebody else than a guesser. */
  @Test
  void n01LogsTheRightPasswordOfADisabledAccountAsSuch() {
    AccountWorld world = new AccountWorld();
    decide(world, world.signUp(), Decision.DISABLE);
    world.refusal(attempt(PASSWORD.value()));
    assertEquals(1, world.logged(AuditAction.DISABLED_SIGN_IN_REFUSED));
    assertEquals(0, world.logged(AuditAction.SIGN_IN_REFUSED));
  }

  /**
   * N-01, N-04: an entry for each attempt that was not looked at would be a way to fill the log.
   */
  @Test
  void n01LogsEachWaitOfGuessersOnce() {
    AccountWorld world = new AccountWorld();
    world.signUp();
    int failures = 0;
    for (int wait = 1; wait <= 3; wait++) {
      while (world.refusal(attempt("wrong horse")).reason() == LogIn.Reason.BAD_CREDENTIALS) {
        failures++;
      }
      Duration left = world.refusal(attempt("wrong horse")).retryAfter();
      assertEquals(wait, world.logged(AuditAction.PASSWORDS_THROTTLED));
      world.clock.advance(left);
    }
    assertEquals(failures, world.logged(AuditAction.SIGN_IN_REFUSED));
  }

  /** N-01, N-04. */
  @Test
  void n01LogsOnceThatAllStrangersHaveToWait() {
    AccountWorld world = new AccountWorld();
    world.signUp();
    Set<LogIn.Reason> last = Set.of();
    for (int i = 0; i < 300; i++) {
      last = Set.of(world.refusal(attemptFrom("192.0.2." + i)).reason());
    }
    assertEquals(Set.of(LogIn.Reason.TOO_MANY_FAILURES), last);
    assertEquals(1, world.logged(AuditAction.PASSWORDS_THROTTLED));
  }

  private static LogIn.Command attemptFrom(String network) {
    return new LogIn.Command(
        attempt("wrong horse").email(), "wrong horse", LogIn.Source.of(network));
  }

  /** G-09. */
  @Test
  void g09RefusesADisabledAccountOnlyWithTheRightPassword() {
    AccountWorld world = new AccountWorld();
    OpenedSession paul = world.signUp();
    decide(world, paul, Decision.DISABLE);
    assertEquals(
        new LogIn.Refusal(LogIn.Reason.ACCOUNT_DISABLED, Duration.ZERO),
        world.refusal(attempt(PASSWORD.value())));
    assertEquals(BAD_CREDENTIALS, world.refusal(attempt("wrong horse")));
    assertFalse(world.isLoggedIn(paul));
    decide(world, paul, Decision.ENABLE);
    assertFalse(world.isLoggedIn(paul));
    assertTrue(world.isLoggedIn(world.logIn()));
  }

  /** G-05. */
  @Test
  void g05OnlyAPasswordThatWasCheckedIsAGuess() {
    AtomicBoolean away = new AtomicBoolean();
    InMemoryStore store = new InMemoryStore();
    AccountWorld world =
        new AccountWorld(
            store, new SometimesAway(store.accounts(), away), new PlainPasswordHasher());
    away.set(true);
    for (int i = 0; i < 50; i++) {
      assertThrows(StoreUnavailableException.class, () -> world.refusal(attempt("wrong horse")));
    }
    away.set(false);
    for (int i = 0; i < 4; i++) {
      assertEquals(BAD_CREDENTIALS, world.refusal(attempt("wrong horse")));
    }
    assertEquals(
        new LogIn.Refusal(LogIn.Reason.TOO_MANY_FAILURES, Duration.ofMinutes(15)),
        world.refusal(attempt(PASSWORD.value())));
  }

  /** G-05. */
  @Test
  void g05TheOwnerGetsInElsewhereAndOnAKnownDeviceWhileAStrangerGuesses() {
    AccountWorld world = new AccountWorld();
    world.signUp();
    for (int i = 0; i < 50; i++) {
      world.refusal(attempt("wrong horse"));
    }
    assertEquals(LogIn.Reason.TOO_MANY_FAILURES, world.refusal(attempt(PASSWORD.value())).reason());
    for (LogIn.Source source :
        new LogIn.Source[] {
          LogIn.Source.of("198.51.100.7"), new LogIn.Source("192.0.2.1", Optional.of("laptop"))
        }) {
      OpenedSession loggedIn =
          world
              .useCases
              .logIn()
              .logIn(new LogIn.Command(EMAIL, PASSWORD.value(), source))
              .fold(found -> found, refusal -> fail("refused: " + refusal));
      assertTrue(world.isLoggedIn(loggedIn));
    }
  }

  /** G-06. */
  @Test
  void g06SaysThatItIsBusyAndCountsNoGuess() {
    BusyHasher hasher = new BusyHasher();
    AccountWorld world = new AccountWorld(hasher);
    world.signUp();
    hasher.busy.set(true);
    for (int i = 0; i < 50; i++) {
      assertEquals(
          new LogIn.Refusal(LogIn.Reason.BUSY, Duration.ofSeconds(1)),
          world.refusal(attempt(PASSWORD.value())));
    }
    hasher.busy.set(false);
    assertTrue(world.isLoggedIn(world.logIn()));
  }

  @Test
  void renewsAHashThatWasMadeWithLessWork() {
    InMemoryStore store = new InMemoryStore();
    OpenedSession signedUp = new AccountWorld(store, new PlainPasswordHasher(1)).signUp();
    AccountWorld raised = new AccountWorld(store, new PlainPasswordHasher(3));
    AccountId id = signedUp.account().id();
    assertEquals(Optional.of("#correct horse"), raised.storedHash(id));
    raised.refusal(attempt("wrong horse"));
    assertEquals(Optional.of("#correct horse"), raised.storedHash(id));
    raised.logIn();
    assertEquals(Optional.of("###correct horse"), raised.storedHash(id));
    assertTrue(raised.isLoggedIn(signedUp));
    raised.logIn();
  }

  @Test
  void opensNoSessionOnceThePasswordHasBeenChanged() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    AccountWorld world = new AccountWorld(new InterruptedHasher(meanwhile));
    OpenedSession here = world.signUp();
    meanwhile.set(
        () -> {
          meanwhile.set(() -> {});
          world
              .useCases
              .changePassword()
              .changePassword(
                  new ChangePassword.Command(
                      AccountWorld.actor(here), PASSWORD.value(), new Password("better staple")))
              .fold(account -> account, refusal -> fail("refused: " + refusal));
        });
    assertEquals(BAD_CREDENTIALS, world.refusal(attempt(PASSWORD.value())));
    assertTrue(world.isLoggedIn(here));
  }

  @Test
  void opensASessionWhenAnotherLogInRenewedTheHashMeanwhile() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    AccountWorld world = new AccountWorld(new InterruptedHasher(meanwhile));
    AccountId id = world.signUp().account().id();
    meanwhile.set(
        () -> {
          meanwhile.set(() -> {});
          Credentials stored = world.store.accounts().credentials(id).orElseThrow();
          assertTrue(world.store.accounts().renewHash(stored, new PasswordHash("##correct horse")));
        });
    assertTrue(world.isLoggedIn(world.logIn()));
  }

  @Test
  void showsNoPasswordInItsTextForms() {
    assertFalse(attempt(PASSWORD.value()).toString().contains(PASSWORD.value()));
    assertFalse(
        new Credentials(new AccountId("a"), new PasswordHash("secret"))
            .toString()
            .contains("secret"));
  }

  private static final class BusyHasher implements PasswordHasher {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final PasswordHasher hasher = new PlainPasswordHasher();

    @Override
    public Optional<PasswordHash> hash(Password password, Requester requester) {
      return busy.get() ? Optional.empty() : hasher.hash(password, requester);
    }

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester) {
      return busy.get() ? Verdict.BUSY : hasher.verify(password, hash, requester);
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
      return hasher.needsRehash(hash);
    }
  }

  /** Runs something after a password was checked and before the result is used. */
  private record InterruptedHasher(AtomicReference<Runnable> meanwhile) implements PasswordHasher {
    private static final PasswordHasher HASHER = new PlainPasswordHasher();

    @Override
    public Optional<PasswordHash> hash(Password password, Requester requester) {
      return HASHER.hash(password, requester);
    }

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester) {
      Verdict verdict = HASHER.verify(password, hash, requester);
      Objects.requireNonNull(meanwhile.get()).run();
      return verdict;
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
      return HASHER.needsRehash(hash);
    }
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

    @Override
    public Optional<Credentials> credentials(AccountId id) {
      return reached().credentials(id);
    }

    @Override
    public Optional<Credentials> credentials(Email email) {
      return reached().credentials(email);
    }

    @Override
    public boolean renewHash(Credentials checked, PasswordHash renewed) {
      return reached().renewHash(checked, renewed);
    }

    @Override
    public void addResetToken(ResetToken token) {
      reached().addResetToken(token);
    }

    @Override
    public Optional<ResetToken> findResetToken(String hash) {
      return reached().findResetToken(hash);
    }

    @Override
    public boolean resetPassword(String hash, Instant now, PasswordHash next) {
      return reached().resetPassword(hash, now, next);
    }

    @Override
    public int purgeResetTokens(Instant now) {
      return reached().purgeResetTokens(now);
    }

    @Override
    public boolean changePassword(
        Credentials checked, PasswordHash next, SessionId keep, Instant now) {
      return reached().changePassword(checked, next, keep, now);
    }

    @Override
    public Optional<SecondFactor> findSecondFactor(AccountId id) {
      return reached().findSecondFactor(id);
    }

    @Override
    public boolean beginSecondFactor(AccountId id, TotpSecret secret) {
      return reached().beginSecondFactor(id, secret);
    }

    @Override
    public boolean turnOnSecondFactor(
        AccountId id,
        SecondFactorProof.TimeStep first,
        Set<String> recoveryHashes,
        SessionId keep,
        AuditEvent event) {
      return reached().turnOnSecondFactor(id, first, recoveryHashes, keep, event);
    }

    @Override
    public boolean removeSecondFactor(Credentials checked, AuditEvent event) {
      return reached().removeSecondFactor(checked, event);
    }
  }
}

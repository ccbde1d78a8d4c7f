package io.healthconnect.application.account;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

final class LogInHandler implements LogIn {
  /** About as long as one hash takes. */
  static final Duration BUSY_WAIT = Duration.ofSeconds(1);

  private final AccountUseCases.Ports ports;
  private final AuditTrail trail;
  private final Sessions sessions;
  private final LoginThrottle throttle;
  private final Clock clock;

  LogInHandler(
      AccountUseCases.Ports ports,
      AuditTrail trail,
      Sessions sessions,
      LoginThrottle throttle,
      Clock clock) {
    this.ports = ports;
    this.trail = trail;
    this.sessions = sessions;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public Result<OpenedSession, Refusal> logIn(Command command) {
    // Read before the attempt begins: an unavailable store must not count as a wrong password.
    Optional<Credentials> credentials = ports.accounts().credentials(command.email());
    LoginThrottle.Key key = LoginThrottle.Key.of(command.email(), command.source());
    Duration wait = throttle.begin(key);
    if (!wait.isZero()) {
      if (throttle.isFirstToWait(key)) {
        trail.logInRefused(
            AuditAction.PASSWORDS_THROTTLED, credentials.map(Credentials::accountId));
      }
      return Result.failure(new Refusal(Reason.TOO_MANY_FAILURES, wait));
    }
    Verdict verdict =
        Passwords.verify(
            ports.hasher(), command.password(), credentials, requester(command.source()));
    return switch (verdict) {
      case BUSY -> {
        throttle.cancel(key);
        yield Result.failure(new Refusal(Reason.BUSY, BUSY_WAIT));
      }
      case MISMATCH -> {
        trail.logInRefused(AuditAction.SIGN_IN_REFUSED, credentials.map(Credentials::accountId));
        yield refused();
      }
      case MATCH ->
          credentials
              .map(checked -> afterPassword(checked, command, key))
              .orElseGet(LogInHandler::refused);
    };
  }

  private Result<OpenedSession, Refusal> afterPassword(
      Credentials checked, Command command, LoginThrottle.Key key) {
    Optional<Account> account =
        ports.accounts().find(checked.accountId()).filter(found -> !found.standing().disabled());
    if (account.filter(Account::secondFactor).isPresent()) {
      return withSecondFactor(account.get(), checked, command, key);
    }
    throttle.succeed(key);
    return account
        .flatMap(found -> open(found, checked, Optional.empty(), command))
        .<Result<OpenedSession, Refusal>>map(Result::success)
        .orElseGet(() -> notOpened(command));
  }

  /** Until the code is right too, the attempt clears no failures. */
  private Result<OpenedSession, Refusal> withSecondFactor(
      Account account, Credentials checked, Command command, LoginThrottle.Key key) {
    if (command.code().isEmpty()) {
      throttle.cancel(key);
      trail.logInRefused(AuditAction.SECOND_FACTOR_ASKED, Optional.of(account.id()));
      return Result.failure(new Refusal(Reason.SECOND_FACTOR_REQUIRED, Duration.ZERO));
    }
    Optional<OpenedSession> loggedIn =
        proof(account, command.code().get())
            .flatMap(proof -> open(account, checked, Optional.of(proof), command));
    if (loggedIn.isEmpty()) {
      trail.logInRefused(AuditAction.SECOND_FACTOR_REFUSED, Optional.of(account.id()));
      return Result.failure(new Refusal(Reason.WRONG_CODE, Duration.ZERO));
    }
    throttle.succeed(key);
    return Result.success(loggedIn.get());
  }

  private Optional<SecondFactorProof> proof(Account account, String code) {
    return ports
        .accounts()
        .findSecondFactor(account.id())
        .flatMap(factor -> factor.proof(code, clock.instant(), ports.timeCodes()));
  }

  /** After the right password: the account is disabled, or has a new password by now. */
  private Result<OpenedSession, Refusal> notOpened(Command command) {
    Optional<Account> account = ports.accounts().findByEmail(command.email());
    boolean disabled = account.filter(found -> found.standing().disabled()).isPresent();
    trail.logInRefused(
        disabled ? AuditAction.DISABLED_SIGN_IN_REFUSED : AuditAction.SIGN_IN_REFUSED,
        account.map(Account::id));
    return disabled
        ? Result.failure(new Refusal(Reason.ACCOUNT_DISABLED, Duration.ZERO))
        : refused();
  }

  /**
   * Opens a session. After a failure it checks again, because another log-in may have renewed the
   * hash; the password is then still right.
   */
  private Optional<OpenedSession> open(
      Account account, Credentials checked, Optional<SecondFactorProof> proof, Command command) {
    Credentials current = renewed(checked, command);
    return sessions
        .open(account, current, proof, command.source())
        .or(
            () ->
                ports
                    .accounts()
                    .credentials(account.id())
                    .filter(now -> !now.equals(current))
                    .filter(now -> isStillRight(now, command))
                    .flatMap(now -> sessions.open(account, now, proof, command.source())));
  }

  private boolean isStillRight(Credentials now, Command command) {
    return Passwords.verify(
            ports.hasher(), command.password(), Optional.of(now), requester(command.source()))
        == Verdict.MATCH;
  }

  /** The credentials, with a hash of the current cost if it can be computed now. */
  private Credentials renewed(Credentials checked, Command command) {
    if (!ports.hasher().needsRehash(checked.passwordHash())) {
      return checked;
    }
    return ports
        .hasher()
        .hash(new Password(command.password()), requester(command.source()))
        .filter(hash -> ports.accounts().renewHash(checked, hash))
        .map(hash -> new Credentials(checked.accountId(), hash))
        .orElse(checked);
  }

  private static Result<OpenedSession, Refusal> refused() {
    return Result.failure(new Refusal(Reason.BAD_CREDENTIALS, Duration.ZERO));
  }

  /** Known devices count separately from each other and from strangers in the same network. */
  private static Requester requester(Source source) {
    return source
        .knownDevice()
        .map(device -> new Requester(device, true))
        .orElseGet(() -> new Requester(source.network(), false));
  }
}

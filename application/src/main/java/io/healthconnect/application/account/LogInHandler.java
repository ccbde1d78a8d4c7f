package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import java.time.Duration;
import java.util.Optional;

final class LogInHandler implements LogIn {
  /** A hash takes a good part of it. */
  static final Duration BUSY_WAIT = Duration.ofSeconds(1);

  private final AccountUseCases.Ports ports;
  private final Sessions sessions;
  private final LoginThrottle throttle;

  LogInHandler(AccountUseCases.Ports ports, Sessions sessions, LoginThrottle throttle) {
    this.ports = ports;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  @Override
  public Result<SignedIn, Refusal> handle(Command command) {
    // Before the try begins: a store that is away must not count as a wrong password.
    Optional<Account> account = ports.accounts().findByEmail(command.email());
    Duration wait = throttle.begin(command.email());
    if (!wait.isZero()) {
      return Result.failure(new Refusal(Reason.TOO_MANY_FAILURES, wait));
    }
    Verdict verdict = Passwords.verify(ports.hasher(), command.password(), account);
    return switch (verdict) {
      case BUSY -> {
        throttle.takenBack(command.email());
        yield Result.failure(new Refusal(Reason.BUSY, BUSY_WAIT));
      }
      case MISMATCH -> Result.failure(new Refusal(Reason.BAD_CREDENTIALS, Duration.ZERO));
      case MATCH -> {
        throttle.succeeded(command.email());
        yield Result.success(sessions.open(account.orElseThrow()));
      }
    };
  }
}

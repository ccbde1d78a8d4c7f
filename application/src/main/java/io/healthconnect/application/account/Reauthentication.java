package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.ConfirmPassword.Reason;
import io.healthconnect.application.account.ConfirmPassword.Refusal;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks somebody who is logged in for the password again. A live session has its own count of wrong
 * ones, so that nobody else's guesses get in its way.
 */
final class Reauthentication {
  /** The password was right. */
  record Confirmed(Account account, Credentials credentials) {}

  private final AccountUseCases.Ports ports;
  private final LoginThrottle throttle;

  Reauthentication(AccountUseCases.Ports ports, LoginThrottle throttle) {
    this.ports = ports;
    this.throttle = throttle;
  }

  Result<Confirmed, Refusal> confirm(Actor actor, String typed) {
    Account account =
        ports.accounts().find(actor.id()).orElseThrow(() -> new MissingException("account"));
    Optional<Credentials> credentials = ports.accounts().credentials(account.id());
    LoginThrottle.Key key = LoginThrottle.Key.of(account.email(), actor.sessionId());
    Duration wait = throttle.begin(key);
    if (!wait.isZero()) {
      return Result.failure(new Refusal(Reason.TOO_MANY_FAILURES, wait));
    }
    Verdict verdict =
        Passwords.verify(ports.hasher(), typed, credentials, Requester.of(account.id()));
    return switch (verdict) {
      case BUSY -> {
        throttle.cancel(key);
        yield Result.failure(new Refusal(Reason.BUSY, LogInHandler.BUSY_WAIT));
      }
      case MISMATCH -> Result.failure(new Refusal(Reason.WRONG_PASSWORD, Duration.ZERO));
      case MATCH -> {
        throttle.succeed(key);
        yield Result.success(
            new Confirmed(account, credentials.orElseThrow(() -> new MissingException("account"))));
      }
    };
  }
}

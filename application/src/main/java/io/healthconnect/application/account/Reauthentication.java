package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.ConfirmPassword.Reason;
import io.healthconnect.application.account.ConfirmPassword.Refusal;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
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
  private final AuditTrail trail;

  Reauthentication(AccountUseCases.Ports ports, LoginThrottle throttle, AuditTrail trail) {
    this.ports = ports;
    this.throttle = throttle;
    this.trail = trail;
  }

  Result<Confirmed, Refusal> confirm(Actor actor, String typed) {
    Account account =
        ports.accounts().find(actor.id()).orElseThrow(() -> new MissingException("account"));
    Optional<Credentials> credentials = ports.accounts().credentials(account.id());
    LoginThrottle.Key key = LoginThrottle.Key.of(account.email(), actor.sessionId());
    Duration wait = throttle.begin(key);
    if (!wait.isZero()) {
      if (throttle.isFirstToWait(key)) {
        trail.write(refused(actor, AuditAction.PASSWORDS_THROTTLED));
      }
      return Result.failure(new Refusal(Reason.TOO_MANY_FAILURES, wait));
    }
    Verdict verdict =
        Passwords.verify(ports.hasher(), typed, credentials, Requester.of(account.id()));
    return switch (verdict) {
      case BUSY -> {
        throttle.cancel(key);
        yield Result.failure(new Refusal(Reason.BUSY, LogInHandler.BUSY_WAIT));
      }
      case MISMATCH -> {
        trail.write(refused(actor, AuditAction.CONFIRMATION_REFUSED));
        yield Result.failure(new Refusal(Reason.WRONG_PASSWORD, Duration.ZERO));
      }
      case MATCH -> {
        throttle.succeed(key);
        yield Result.success(
            new Confirmed(account, credentials.orElseThrow(() -> new MissingException("account"))));
      }
    };
  }

  private AuditEvent refused(Actor actor, AuditAction action) {
    return trail.done(Optional.of(actor), action, actor.id());
  }
}

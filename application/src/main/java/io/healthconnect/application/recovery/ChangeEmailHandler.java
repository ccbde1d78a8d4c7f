package io.healthconnect.application.recovery;

import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

final class ChangeEmailHandler implements ChangeEmail {
  private final RecoveryUseCases.Ports ports;
  private final ConfirmPassword confirmPassword;
  private final AuditTrail trail;
  private final Clock clock;

  ChangeEmailHandler(
      RecoveryUseCases.Ports ports,
      ConfirmPassword confirmPassword,
      AuditTrail trail,
      Clock clock) {
    this.ports = ports;
    this.confirmPassword = confirmPassword;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Result<Account, Refusal> changeEmail(Command command) {
    if (!ports.mails().isServed()) {
      return refused(Reason.MAIL_OFF);
    }
    return confirmPassword
        .confirmPassword(command.actor(), command.password())
        .mapFailure(ChangeEmailHandler::refusal)
        .flatMap(checked -> await(checked, command));
  }

  private Result<Account, Refusal> await(Credentials checked, Command command) {
    if (isTaken(command.email(), checked.accountId())) {
      return refused(Reason.EMAIL_TAKEN);
    }
    return ports
        .emails()
        .await(
            checked,
            command.email(),
            clock.instant(),
            trail.done(
                Optional.of(command.actor()),
                AuditAction.EMAIL_CHANGE_REQUESTED,
                checked.accountId()))
        .<Result<Account, Refusal>>map(Result::success)
        .orElseGet(() -> refused(Reason.WRONG_PASSWORD));
  }

  private boolean isTaken(Email email, AccountId own) {
    return ports.accounts().findByEmail(email).filter(found -> !found.id().equals(own)).isPresent();
  }

  private static Refusal refusal(ConfirmPassword.Refusal refusal) {
    Reason reason =
        switch (refusal.reason()) {
          case WRONG_PASSWORD -> Reason.WRONG_PASSWORD;
          case TOO_MANY_FAILURES -> Reason.TOO_MANY_FAILURES;
          case BUSY -> Reason.BUSY;
        };
    return new Refusal(reason, refusal.retryAfter());
  }

  private static Result<Account, Refusal> refused(Reason reason) {
    return Result.failure(new Refusal(reason, Duration.ZERO));
  }
}

package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Duration;
import java.util.Optional;

final class TurnOffSecondFactorHandler implements TurnOffSecondFactor {
  private final AccountRepository accounts;
  private final Reauthentication reauthentication;
  private final AuditTrail trail;

  TurnOffSecondFactorHandler(
      AccountRepository accounts, Reauthentication reauthentication, AuditTrail trail) {
    this.accounts = accounts;
    this.reauthentication = reauthentication;
    this.trail = trail;
  }

  @Override
  public Result<Account, ConfirmPassword.Refusal> turnOffSecondFactor(Command command) {
    return reauthentication
        .confirm(command.actor(), command.password())
        .flatMap(confirmed -> remove(command.actor(), confirmed));
  }

  private Result<Account, ConfirmPassword.Refusal> remove(
      Actor actor, Reauthentication.Confirmed confirmed) {
    AuditEvent event = trail.done(Optional.of(actor), AuditAction.SECOND_FACTOR_OFF, actor.id());
    return accounts.removeSecondFactor(confirmed.credentials(), event)
        ? Result.success(confirmed.account().withSecondFactor(false))
        : Result.failure(
            new ConfirmPassword.Refusal(ConfirmPassword.Reason.WRONG_PASSWORD, Duration.ZERO));
  }
}

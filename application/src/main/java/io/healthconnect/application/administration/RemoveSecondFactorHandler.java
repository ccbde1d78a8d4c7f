package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditAction;
import java.util.Optional;

final class RemoveSecondFactorHandler implements RemoveSecondFactor {
  private final AccountAdministration administration;
  private final AuditTrail trail;

  RemoveSecondFactorHandler(AdministrationUseCases.Ports ports) {
    this.administration = ports.administration();
    this.trail = ports.trail();
  }

  @Override
  public Result<Account, Refusal> removeSecondFactor(Command command) {
    Optional<Actor> by = command.by();
    AccountId id = command.id();
    if (by.filter(actor -> !actor.isAdmin()).isPresent()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    if (by.filter(actor -> actor.id().equals(id)).isPresent()) {
      return Result.failure(Refusal.OWN_ACCOUNT);
    }
    return administration
        .removeSecondFactor(id, trail.done(by, AuditAction.SECOND_FACTOR_REMOVED, id))
        .<Result<Account, Refusal>>map(Result::success)
        .orElseGet(() -> Result.failure(Refusal.NOT_FOUND));
  }
}

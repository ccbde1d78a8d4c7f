package io.healthconnect.application.administration;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.Decision;
import java.util.Optional;

final class DecideOnAccountHandler implements DecideOnAccount {
  private final AccountAdministration administration;
  private final AuditTrail trail;

  DecideOnAccountHandler(AdministrationUseCases.Ports ports) {
    this.administration = ports.administration();
    this.trail = ports.trail();
  }

  @Override
  public Result<Account, Refusal> decideOnAccount(Command command) {
    return command.actor().isAdmin()
        ? administration
            .decide(
                command.id(),
                command.decision(),
                trail.done(Optional.of(command.actor()), command.decision().action(), command.id()))
            .mapFailure(DecideOnAccountHandler::refusal)
        : Result.failure(Refusal.NOT_AN_ADMIN);
  }

  static Refusal refusal(Decision.Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_ACCOUNT -> Refusal.NOT_FOUND;
      case NOT_A_DOCTOR -> Refusal.NOT_A_DOCTOR;
      case LAST_ADMIN -> Refusal.LAST_ADMIN;
    };
  }
}

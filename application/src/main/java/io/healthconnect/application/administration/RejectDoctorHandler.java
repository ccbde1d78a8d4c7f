package io.healthconnect.application.administration;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.Decision;
import java.util.Optional;

final class RejectDoctorHandler implements RejectDoctor {
  private final AccountAdministration administration;
  private final AuditTrail trail;

  RejectDoctorHandler(AdministrationUseCases.Ports ports) {
    this.administration = ports.administration();
    this.trail = ports.trail();
  }

  @Override
  public Result<Account, DecideOnAccount.Refusal> rejectDoctor(Command command) {
    return command.actor().isAdmin()
        ? administration
            .reject(
                command.id(),
                command.reason(),
                trail.done(Optional.of(command.actor()), Decision.REJECT.action(), command.id()))
            .mapFailure(DecideOnAccountHandler::refusal)
        : Result.failure(DecideOnAccount.Refusal.NOT_AN_ADMIN);
  }
}

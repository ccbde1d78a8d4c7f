package io.healthconnect.application.administration;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.doctor.DoctorId;
import java.util.Optional;

final class ShowAccountHandler implements ShowAccount {
  private final AdministrationUseCases.Ports ports;

  ShowAccountHandler(AdministrationUseCases.Ports ports) {
    this.ports = ports;
  }

  @Override
  public Result<AccountDetails, Refusal> showAccount(Query query) {
    if (!query.actor().isAdmin()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    return ports
        .accounts()
        .find(query.id())
        .filter(account -> !account.standing().erased())
        .map(account -> details(query, account))
        .<Result<AccountDetails, Refusal>>map(Result::success)
        .orElseGet(() -> Result.failure(Refusal.NOT_FOUND));
  }

  private AccountDetails details(Query query, Account account) {
    ports.trail().looked(query.actor(), AuditAction.ACCOUNT_READ, Optional.of(account.id()));
    DoctorId doctor = new DoctorId(account.id());
    return new AccountDetails(
        account, ports.doctors().findListing(doctor), ports.evidence().find(doctor));
  }
}

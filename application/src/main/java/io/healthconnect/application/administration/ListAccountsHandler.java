package io.healthconnect.application.administration;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.audit.AuditAction;
import java.util.Optional;

final class ListAccountsHandler implements ListAccounts {
  private final AccountAdministration administration;
  private final AuditTrail trail;

  ListAccountsHandler(AdministrationUseCases.Ports ports) {
    this.administration = ports.administration();
    this.trail = ports.trail();
  }

  @Override
  public Result<Page<Account>, Refusal> listAccounts(Query query) {
    if (!query.actor().isAdmin()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    trail.looked(query.actor(), AuditAction.ACCOUNTS_LISTED, Optional.empty());
    return Result.success(administration.search(query.search()));
  }
}

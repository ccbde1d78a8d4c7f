package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import java.util.Optional;

final class HandOutResetLinkHandler implements HandOutResetLink {
  private final AccountRepository accounts;
  private final IssueResetLink issueResetLink;

  HandOutResetLinkHandler(AccountRepository accounts, IssueResetLink issueResetLink) {
    this.accounts = accounts;
    this.issueResetLink = issueResetLink;
  }

  @Override
  public Result<IssueResetLink.Issued, Refusal> handOutResetLink(Command command) {
    if (!command.actor().isAdmin()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    return accounts
        .find(command.id())
        .filter(account -> !account.standing().erased())
        .map(account -> issue(account, command.actor()))
        .orElseGet(() -> Result.failure(Refusal.NOT_FOUND));
  }

  private Result<IssueResetLink.Issued, Refusal> issue(Account account, Actor actor) {
    return issueResetLink
        .issueResetLink(account.email(), Optional.of(actor))
        .mapFailure(
            refusal ->
                switch (refusal) {
                  case UNKNOWN_EMAIL -> Refusal.NOT_FOUND;
                  case ACCOUNT_DISABLED -> Refusal.ACCOUNT_DISABLED;
                });
  }
}

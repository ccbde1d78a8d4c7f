package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.util.Optional;

final class IssueResetLinkHandler implements IssueResetLink {
  private final AccountRepository accounts;
  private final AuditTrail trail;
  private final IdGenerator ids;
  private final Clock clock;

  IssueResetLinkHandler(
      AccountRepository accounts, AuditTrail trail, IdGenerator ids, Clock clock) {
    this.accounts = accounts;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<Issued, Refusal> issueResetLink(Email email, Optional<Actor> by) {
    Optional<Account> account = accounts.findByEmail(email);
    if (account.isEmpty()) {
      return Result.failure(Refusal.UNKNOWN_EMAIL);
    }
    if (account.get().standing().disabled()) {
      return Result.failure(Refusal.ACCOUNT_DISABLED);
    }
    // Two identifiers, for 256 random bits and a few more.
    String secret = ids.next() + ids.next();
    ResetToken token = ResetToken.create(secret, account.get().id(), clock.instant());
    trail.write(trail.done(by, AuditAction.RESET_LINK_ISSUED, account.get().id()));
    accounts.addResetToken(token);
    return Result.success(new Issued(secret, token.expiresAt()));
  }
}

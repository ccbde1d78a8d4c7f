package io.healthconnect.application.administration;

import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.util.Optional;

final class CreateAdminHandler implements CreateAdmin {
  private static final PersonName NAME = new PersonName("Administrator");

  private final AdministrationUseCases.Ports ports;
  private final IssueResetLink issueResetLink;
  private final PasswordHasher hasher;
  private final IdGenerator ids;
  private final Clock clock;

  CreateAdminHandler(
      AdministrationUseCases.Ports ports,
      IssueResetLink issueResetLink,
      PasswordHasher hasher,
      IdGenerator ids,
      Clock clock) {
    this.ports = ports;
    this.issueResetLink = issueResetLink;
    this.hasher = hasher;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<IssueResetLink.Issued, Refusal> createAdmin(Email email) {
    // A real hash, so that a guess takes as long as for everybody else.
    Optional<PasswordHash> hash =
        hasher.hash(new Password("unknown " + ids.next() + ids.next()), Requester.UNKNOWN);
    if (hash.isEmpty()) {
      return Result.failure(Refusal.BUSY);
    }
    Account account =
        Account.create(new AccountId(ids.next()), Role.ADMIN, NAME, email, clock.instant());
    return ports
        .administration()
        .addAdmin(
            account,
            hash.get(),
            ports.trail().done(Optional.empty(), AuditAction.ADMIN_CREATED, account.id()))
        .mapFailure(taken -> Refusal.EMAIL_TAKEN)
        .map(this::link);
  }

  private IssueResetLink.Issued link(Account admin) {
    return issueResetLink
        .issueResetLink(admin.email(), Optional.empty())
        .fold(
            issued -> issued,
            refusal -> {
              throw new MissingException("account");
            });
  }
}

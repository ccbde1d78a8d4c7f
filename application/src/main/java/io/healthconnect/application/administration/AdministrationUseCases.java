package io.healthconnect.application.administration;

import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import java.time.Clock;
import java.util.function.Supplier;

/** The use cases of admins. */
public record AdministrationUseCases(
    ListAccounts list,
    ShowAccount show,
    DecideOnAccount decide,
    RejectDoctor reject,
    HandOutResetLink handOutResetLink,
    RemoveSecondFactor removeSecondFactor) {

  /** What the administration needs from outside. */
  public record Ports(
      AccountAdministration administration,
      AccountRepository accounts,
      DoctorRepository doctors,
      EvidenceRepository evidence,
      AuditTrail trail) {}

  public static AdministrationUseCases create(Ports ports, IssueResetLink issueResetLink) {
    return new AdministrationUseCases(
        new ListAccountsHandler(ports),
        new ShowAccountHandler(ports),
        new DecideOnAccountHandler(ports),
        new RejectDoctorHandler(ports),
        new HandOutResetLinkHandler(ports.accounts(), issueResetLink),
        new RemoveSecondFactorHandler(ports));
  }

  /**
   * The use case that needs to know more than the stores.
   *
   * @param report describes the running server
   */
  public static ShowSystem showSystem(AuditTrail trail, Supplier<SystemReport> report) {
    return new ShowSystemHandler(trail, report);
  }

  /** The one use case that only whoever runs the server has. */
  public static CreateAdmin createAdmin(
      Ports ports,
      IssueResetLink issueResetLink,
      PasswordHasher hasher,
      IdGenerator ids,
      Clock clock) {
    return new CreateAdminHandler(ports, issueResetLink, hasher, ids, clock);
  }
}

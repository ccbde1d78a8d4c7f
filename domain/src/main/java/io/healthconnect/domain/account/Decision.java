package io.healthconnect.domain.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.audit.AuditAction;

/** What an admin decides about an account. Deciding the same again changes nothing. */
public enum Decision {
  /** Lets a doctor practise. */
  APPROVE,
  /** Keeps a doctor from practising; the doctor can still log in. */
  REJECT,
  /** Keeps everybody from logging in to the account. */
  DISABLE,
  ENABLE;

  /** Why a decision has no effect. */
  public enum Refusal {
    UNKNOWN_ACCOUNT,
    /** Only doctors are approved and rejected. */
    NOT_A_DOCTOR,
    /** Nobody could administer the system any more. */
    LAST_ADMIN
  }

  /** As the audit log calls it. */
  public AuditAction action() {
    return switch (this) {
      case APPROVE -> AuditAction.DOCTOR_APPROVED;
      case REJECT -> AuditAction.DOCTOR_REJECTED;
      case DISABLE -> AuditAction.ACCOUNT_DISABLED;
      case ENABLE -> AuditAction.ACCOUNT_ENABLED;
    };
  }

  /** The account after this decision. */
  public Result<Account, Refusal> applyTo(Account account) {
    if (account.standing().erased()) {
      return Result.failure(Refusal.UNKNOWN_ACCOUNT);
    }
    Standing standing = account.standing();
    return switch (this) {
      case APPROVE -> approval(account, Approval.GRANTED);
      case REJECT -> approval(account, Approval.REJECTED);
      case DISABLE -> Result.success(account.withStanding(standing.withDisabled(true)));
      case ENABLE -> Result.success(account.withStanding(standing.withDisabled(false)));
    };
  }

  /** The account after it was rejected for this reason. */
  public static Result<Account, Refusal> reject(Account account, RejectionReason reason) {
    return REJECT
        .applyTo(account)
        .map(rejected -> rejected.withStanding(rejected.standing().withRejection(reason)));
  }

  private static Result<Account, Refusal> approval(Account account, Approval approval) {
    return account.role() == Role.DOCTOR
        ? Result.success(account.withStanding(account.standing().withApproval(approval)))
        : Result.failure(Refusal.NOT_A_DOCTOR);
  }
}

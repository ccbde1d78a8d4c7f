package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * What admins have decided about an account.
 *
 * @param approval whether a doctor may practise; {@code NOT_REQUIRED} for everybody else
 * @param disabled whether nobody can log in to the account
 * @param erased whether only a pseudonym is left of the account, which is then disabled too
 * @param rejection why a doctor was turned down, if an admin has said so
 */
public record Standing(
    Approval approval, boolean disabled, boolean erased, Optional<RejectionReason> rejection) {
  /** The standing of an account that no admin has to decide about. */
  public static final Standing GOOD = new Standing(Approval.NOT_REQUIRED, false);

  /** Only somebody who was turned down, and not erased since, has a reason. */
  public Standing {
    rejection = approval == Approval.REJECTED && !erased ? rejection : Optional.empty();
  }

  /** The standing of an account that was not erased. */
  public Standing(Approval approval, boolean disabled) {
    this(approval, disabled, false, Optional.empty());
  }

  /** How the directory treats a doctor of this standing. */
  public Visibility visibility() {
    if (disabled || !approval.letsPractise()) {
      return Visibility.HIDDEN;
    }
    return approval == Approval.GRANTED ? Visibility.VERIFIED : Visibility.LISTED;
  }

  public AccountState state() {
    if (disabled) {
      return AccountState.DISABLED;
    }
    return switch (approval) {
      case PENDING -> AccountState.PENDING;
      case REJECTED -> AccountState.REJECTED;
      case NOT_REQUIRED, GRANTED -> AccountState.ACTIVE;
    };
  }

  /** Whatever the reason for the approval so far was, it is not one for the next. */
  Standing withApproval(Approval next) {
    return new Standing(next, disabled, erased, Optional.empty());
  }

  Standing withRejection(RejectionReason reason) {
    return new Standing(Approval.REJECTED, disabled, erased, Optional.of(reason));
  }

  Standing withDisabled(boolean next) {
    return new Standing(approval, next, erased, rejection);
  }

  Standing withErased() {
    return new Standing(approval, true, true, Optional.empty());
  }
}

package io.healthconnect.domain.account;

/**
 * What admins have decided about an account.
 *
 * @param approval whether a doctor may practise; {@code NOT_REQUIRED} for everybody else
 * @param disabled whether nobody can log in to the account
 * @param erased whether only a pseudonym is left of the account, which is then disabled too
 */
public record Standing(Approval approval, boolean disabled, boolean erased) {
  /** The standing of an account that no admin has to decide about. */
  public static final Standing GOOD = new Standing(Approval.NOT_REQUIRED, false);

  /** The standing of an account that was not erased. */
  public Standing(Approval approval, boolean disabled) {
    this(approval, disabled, false);
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

  Standing withApproval(Approval next) {
    return new Standing(next, disabled, erased);
  }

  Standing withDisabled(boolean next) {
    return new Standing(approval, next, erased);
  }

  Standing withErased() {
    return new Standing(approval, true, true);
  }
}

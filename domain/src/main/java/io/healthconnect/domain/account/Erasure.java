package io.healthconnect.domain.account;

import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * The order to erase an account.
 *
 * @param checked what the owner's password was checked against; empty when an admin erases
 * @param event what the audit log tells of it
 */
public record Erasure(AccountId id, Optional<Credentials> checked, AuditEvent event) {

  /** Why nothing was erased. */
  public enum Refusal {
    /** There is no such account, or it is erased. */
    UNKNOWN_ACCOUNT,
    /** The password that was checked is no longer the account's. */
    PASSWORD_CHANGED,
    /** Nobody could administer the system any more. */
    LAST_ADMIN
  }

  public Instant at() {
    return event.at();
  }

  /**
   * Whether the password was checked, if it had to be.
   *
   * @param current the account's credentials as stored
   */
  public boolean isConfirmedBy(Optional<Credentials> current) {
    return checked.isEmpty() || checked.equals(current);
  }
}

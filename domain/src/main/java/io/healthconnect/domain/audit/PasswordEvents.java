package io.healthconnect.domain.audit;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;

/** What the audit log tells of new passwords. */
public final class PasswordEvents {
  private PasswordEvents() {}

  /** Whoever had a link set a new password; nobody is logged in then. */
  public static AuditEvent ofReset(AccountId account, Instant at) {
    return AuditEvent.of(AuditAction.PASSWORD_RESET, at).about(account);
  }

  /** The owner changed the password in this session. */
  public static AuditEvent ofChange(AccountId account, SessionId session, Instant at) {
    return AuditEvent.of(AuditAction.PASSWORD_CHANGED, at).by(account, session).about(account);
  }
}

package io.healthconnect.domain.audit;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that the audit log has to tell. It names people and things, and holds nothing of their
 * content.
 *
 * @param actor who did it; empty for somebody unknown, and for the command line
 * @param session the session in which it was done; empty if there was none
 * @param subject whom it concerns: the owner of what was read, or the account that was decided on
 * @param object the appointment or image that was read
 */
public record AuditEvent(
    AuditAction action,
    Optional<AccountId> actor,
    Optional<SessionId> session,
    Optional<AccountId> subject,
    Optional<String> object,
    Instant at) {

  /** An event that concerns nobody in particular and has nobody to name. */
  public static AuditEvent of(AuditAction action, Instant at) {
    return new AuditEvent(
        action, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), at);
  }

  public AuditEvent by(AccountId newActor, SessionId newSession) {
    return new AuditEvent(
        action, Optional.of(newActor), Optional.of(newSession), subject, object, at);
  }

  public AuditEvent about(AccountId newSubject) {
    return new AuditEvent(action, actor, session, Optional.of(newSubject), object, at);
  }

  public AuditEvent on(String newObject) {
    return new AuditEvent(action, actor, session, subject, Optional.of(newObject), at);
  }
}

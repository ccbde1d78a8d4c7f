package io.healthconnect.domain.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice that has no number yet.
 *
 * @param from who made the change; empty if the system did
 */
public record NoticeDraft(
    AccountId to,
    NoticeKind kind,
    Instant at,
    Optional<AppointmentId> appointment,
    Optional<AccountId> from) {

  /** The notice with the number that the store gave it: unread, unless it is an own one. */
  public Notice numbered(long seq) {
    Notice notice = new Notice(to, seq, kind, at, Optional.empty(), appointment, from);
    return notice.isOwn() ? notice.readAt(at) : notice;
  }
}

package io.healthconnect.domain.notice;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice for one person. It holds no health data: only what happened, when, to which appointment,
 * and who made it happen.
 *
 * @param seq counts the person's notices, from 1
 * @param from who made the change; empty if the system did
 */
public record Notice(
    AccountId to,
    long seq,
    NoticeKind kind,
    Instant at,
    Optional<Instant> readAt,
    Optional<AppointmentId> appointment,
    Optional<AccountId> from) {
  public Notice {
    if (seq < 1) {
      throw new InvalidValueException("seq", "must be positive");
    }
  }

  /**
   * Whether it tells the person of a change that the person made. Such a notice is no news: it is
   * there for the mail that keeps the person's calendar right, and no page shows it.
   */
  public boolean isOwn() {
    return from.equals(Optional.of(to));
  }

  /** The same notice, read; one that was read before keeps its time. */
  public Notice readAt(Instant now) {
    return new Notice(to, seq, kind, at, readAt.or(() -> Optional.of(now)), appointment, from);
  }
}

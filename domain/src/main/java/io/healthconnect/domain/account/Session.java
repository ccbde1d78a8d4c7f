package io.healthconnect.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One log-in on one device. It is valid while it is stored and has not expired.
 *
 * @param lastSeenAt about when it was last used; {@link #SEEN_STEP} late at most, and a little more
 */
public record Session(
    SessionId id,
    AccountId accountId,
    Instant createdAt,
    Instant expiresAt,
    ClientSoftware software,
    Instant lastSeenAt) {
  /** How many sessions an account has at most; a new one takes the place of the oldest. */
  public static final int MOST = 50;

  /** A use is not stored before the stored one is this old. */
  public static final Duration SEEN_STEP = Duration.ofMinutes(5);

  private static final Comparator<Session> NEWEST_FIRST =
      Comparator.comparing(Session::createdAt)
          .thenComparing(session -> session.id().value())
          .reversed();

  /** A session that was just opened. */
  public Session(
      SessionId id,
      AccountId accountId,
      Instant createdAt,
      Instant expiresAt,
      ClientSoftware software) {
    this(id, accountId, createdAt, expiresAt, software, createdAt);
  }

  public boolean isValidAt(Instant now, Account account) {
    return now.isBefore(expiresAt) && !createdAt.isBefore(account.sessionsValidFrom());
  }

  public Session seenAt(Instant at) {
    return new Session(id, accountId, createdAt, expiresAt, software, at);
  }

  /** Whether a use of the session now is worth storing. */
  public boolean isLongUnseen(Instant now) {
    return !now.isBefore(lastSeenAt.plus(SEEN_STEP));
  }

  /** In the order in which a person sees them. */
  public static List<Session> newestFirst(Collection<Session> sessions) {
    return sessions.stream().sorted(NEWEST_FIRST).toList();
  }

  /**
   * Which sessions end when their account gets a new one.
   *
   * @param others the account's sessions without the new one
   */
  public static List<Session> surplus(Collection<Session> others) {
    return newestFirst(others).stream().skip(MOST - 1L).toList();
  }
}

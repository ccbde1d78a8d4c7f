package io.healthconnect.domain.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the sessions that are valid. A revocation is stored before it is answered, and tells the
 * change feed ({@code Change.SessionsEnded}), so that live sockets of the session close.
 */
public interface SessionRepository {

  void add(Session session);

  Optional<Session> find(SessionId id);

  /** Ends one session; ending one that is gone has no effect. */
  void revoke(SessionId id);

  /** Ends all sessions of the account but {@code keep}, if given. */
  void revokeAll(AccountId accountId, Optional<SessionId> keep);

  /**
   * Forgets sessions that expired before {@code now}.
   *
   * @return how many
   */
  int purgeExpired(Instant now);
}

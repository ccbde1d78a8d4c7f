package io.healthconnect.domain.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores the valid sessions. A revocation is durable before the method returns, and is published
 * ({@code Change.SessionsEnded}), so that live sockets of the session are closed.
 */
public interface SessionRepository {

  /**
   * Stores a new session, unless the password was changed since it was checked or the account is
   * disabled. The check and the write are one step, so that no session opens with a password that
   * is no longer valid, or after the account was disabled.
   *
   * <p>Of more than {@link Session#MOST} sessions of the account, the oldest end in the same step.
   *
   * @return false, with nothing stored, when the account's hash is no longer the checked one, or
   *     the account is disabled or has a second factor
   */
  boolean open(Session session, Credentials checked);

  /**
   * Like {@link #open(Session, Credentials)}, for an account with a second factor. The proof is
   * used up in the same step, so that of several sessions with one proof, one opens.
   *
   * @return false, with nothing stored, for the reasons above; also when the account has no second
   *     factor, or the proof is none or was used
   */
  boolean open(Session session, Credentials checked, SecondFactorProof proof);

  /**
   * Opens a session like {@link #open(Session, Credentials)}, or with a proof like {@link
   * #open(Session, Credentials, SecondFactorProof)}, on a device on which the account has not
   * logged in before: in the same step, a notice tells of it.
   */
  boolean openOnNewDevice(Session session, Credentials checked, Optional<SecondFactorProof> proof);

  Optional<Session> find(SessionId id);

  /** The sessions of an account, newest first; those that have expired may be among them. */
  List<Session> list(AccountId accountId);

  /**
   * Stores when sessions were last seen, as far as that is later than what is stored. Sessions that
   * are gone stay gone.
   */
  void recordSeen(Map<SessionId, Instant> seen);

  /** Ends one session; does nothing if there is no such session. */
  void revoke(SessionId id);

  /** Ends all sessions of the account except {@code keep}, if present. */
  void revokeAll(AccountId accountId, Optional<SessionId> keep);

  /**
   * Deletes sessions that expired before {@code now}.
   *
   * @return how many were deleted
   */
  int purgeExpired(Instant now);
}

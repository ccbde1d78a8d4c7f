package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * Hashes passwords, deliberately slowly. Work is bounded and shared fairly among requesters: a
 * caller for whom there is no room is told so, at once or while it waits (G-06 in
 * docs/robustness.md).
 */
public interface PasswordHasher {

  /** The result of a comparison. */
  enum Verdict {
    MATCH,
    MISMATCH,
    /** Too much hashing is in progress; the password was not checked. */
    BUSY
  }

  /**
   * @return the hash, or empty if too much hashing is in progress
   */
  Optional<PasswordHash> hash(Password password, Requester requester);

  /**
   * Compares in constant time. Without a hash it does the same work against a dummy and returns
   * {@code MISMATCH}, so that unknown e-mail addresses take as long as wrong passwords, whatever
   * the cost of the hash.
   */
  Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester);

  /**
   * Whether the hash has a lower cost than new hashes. It is then renewed at the next log-in, the
   * only time when the password is available.
   */
  boolean needsRehash(PasswordHash hash);
}

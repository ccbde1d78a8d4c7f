package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * Hashes passwords slowly on purpose. Work is bounded: when too many wait already, both methods say
 * so at once instead of queueing (robustness goal G-06).
 */
public interface PasswordHasher {

  /** What a comparison found. */
  enum Verdict {
    MATCH,
    MISMATCH,
    /** Too much hashing is under way; the password was not looked at. */
    BUSY
  }

  /**
   * @return the hash, or empty when too much hashing is under way
   */
  Optional<PasswordHash> hash(Password password);

  /**
   * Compares in constant time. With no hash it does the same work against a dummy and answers
   * {@code MISMATCH}, so that unknown e-mails take as long as wrong passwords.
   */
  Verdict verify(Password password, Optional<PasswordHash> hash);
}

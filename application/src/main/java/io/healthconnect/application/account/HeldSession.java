package io.healthconnect.application.account;

/**
 * The session of a connection that stays open. That it was revoked is published as {@code
 * Change.SessionsEnded}, so only its age is left to check. Thread-safe.
 */
public interface HeldSession {
  /**
   * Notes that the session is in use. Reads no store.
   *
   * @return false once it has expired
   */
  boolean use();
}

package io.healthconnect.application.account;

import io.healthconnect.application.Actor;

/**
 * A session that is used again and again: that of a connection that stays open, or of one request
 * after another. That it was revoked is published as {@code Change.SessionsEnded}, so only its age
 * is left to check. Thread-safe.
 */
public interface HeldSession {
  /** Whose session it is. */
  Actor actor();

  /**
   * Notes that the session is in use. Reads no store.
   *
   * @return false once it has expired
   */
  boolean use();
}

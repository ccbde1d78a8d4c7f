package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * Issues signed tokens for sessions, and verifies them. A token alone proves nothing: the session
 * must still be stored.
 */
public interface TokenIssuer {

  /** Issues a token for the session, with the same expiry. */
  String issue(Session session, Role role);

  /**
   * The session and account that a token names, if its signature, algorithm, issuer, audience and
   * times are valid (60 s leeway); empty for anything else. Never throws, whatever the text.
   */
  Optional<Claims> verify(String token);

  /** The content of a valid token. */
  record Claims(AccountId accountId, Role role, SessionId sessionId) {}
}

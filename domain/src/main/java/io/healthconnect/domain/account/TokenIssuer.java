package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * Turns sessions into signed tokens and back. A token alone proves nothing: the session must still
 * be stored.
 */
public interface TokenIssuer {

  /** A token for the session that expires with it. */
  String issue(Session session, Role role);

  /**
   * The session and account that a token names, if its signature, algorithm, issuer, audience and
   * times hold (60 s leeway); empty for anything else. Never throws, whatever the text.
   */
  Optional<Claims> verify(String token);

  /** What a valid token says. */
  record Claims(AccountId accountId, Role role, SessionId sessionId) {}
}

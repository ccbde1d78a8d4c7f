package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.util.Optional;

/**
 * Finds the actor that a token belongs to, if its session is stored and neither expired nor
 * revoked.
 */
public interface Authenticate {
  Optional<Actor> authenticate(String token);

  /** The same, for a host that follows which sessions end and then need not ask again. */
  Optional<HeldSession> hold(String token);

  /**
   * Checks a previously authenticated session again, for a connection that stays open; empty once
   * it has ended.
   */
  Optional<HeldSession> hold(AccountId account, SessionId session);
}

package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.util.Optional;

/**
 * Says who a token belongs to, if its session is stored, not expired and not revoked. Asked on
 * every request.
 */
public interface Authenticate {
  Optional<Actor> handle(String token);

  /** Asks again about a session that was authenticated before; empty once it has ended. */
  Optional<Actor> again(AccountId account, SessionId session);
}

package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import java.util.Optional;

/**
 * Says who a token belongs to, if its session is stored, not expired and not revoked. Asked on
 * every request.
 */
public interface Authenticate {
  Optional<Actor> handle(String token);
}

package io.healthconnect.application.call;

import io.healthconnect.application.Actor;

/**
 * Decides whose calls use the TURN relay alone. An edge passes on what such a person sends only
 * through {@link io.healthconnect.domain.call.AddressFilter}. Reads no store.
 */
public interface RequireRelay {
  boolean requireRelay(Actor actor);
}

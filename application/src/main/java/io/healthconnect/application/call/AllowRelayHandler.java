package io.healthconnect.application.call;

import io.healthconnect.application.Actor;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.call.LiveCalls;
import java.time.Clock;
import java.time.Instant;

final class AllowRelayHandler implements AllowRelay {
  private final LiveCalls calls;
  private final ContactPolicy policy;
  private final RelayOnly relayOnly;
  private final Clock clock;

  AllowRelayHandler(LiveCalls calls, ContactPolicy policy, RelayOnly relayOnly, Clock clock) {
    this.calls = calls;
    this.policy = policy;
    this.relayOnly = relayOnly;
    this.clock = clock;
  }

  @Override
  public boolean allowRelay(Actor actor) {
    Instant now = clock.instant();
    return calls.liveOf(actor.id()).isPresent()
        || policy.hasConfirmedAround(actor, now)
        || (relayOnly.includes(actor.role()) && policy.mayRingAnybody(actor.id(), now));
  }
}

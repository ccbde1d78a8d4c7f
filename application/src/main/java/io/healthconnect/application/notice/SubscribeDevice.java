package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.domain.push.PushSubscription;

/** Subscribes the actor's device to notices, until the actor logs out on it. */
public interface SubscribeDevice {
  Result<PushSubscription, Refusal> subscribeDevice(Command command);

  /** What the browser of the device says. */
  record Command(Actor actor, PushEndpoint endpoint, PushKeys keys) {}

  /** Expected failures. */
  enum Refusal {
    /** The session has ended in the meantime. */
    SESSION_ENDED
  }
}

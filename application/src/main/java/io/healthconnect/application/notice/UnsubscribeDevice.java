package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.push.PushEndpoint;

/** Ends the subscription of one of the actor's devices; does nothing if it has none. */
public interface UnsubscribeDevice {
  /**
   * @return whether there was one
   */
  boolean unsubscribeDevice(Command command);

  /** Names the device by its endpoint. */
  record Command(Actor actor, PushEndpoint endpoint) {}
}

package io.healthconnect.application.call;

import io.healthconnect.application.Actor;

/**
 * Decides who gets credentials for the TURN relay: somebody in a live call, and the two of a
 * confirmed appointment from 15 minutes before its start until 2 hours after its end, who need them
 * before there is a call. Whoever {@linkplain RequireRelay uses the relay alone} also gets them
 * while there is somebody whom they may ring.
 */
public interface AllowRelay {
  boolean allowRelay(Actor actor);
}

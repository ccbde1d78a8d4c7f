package io.healthconnect.application.call;

import io.healthconnect.application.Actor;

/**
 * Decides who gets credentials for the TURN relay: somebody in a live call, and the two of a
 * confirmed appointment from 15 minutes before its start until 2 hours after its end, who need them
 * before there is a call.
 */
public interface AllowRelay {
  boolean allowRelay(Actor actor);
}

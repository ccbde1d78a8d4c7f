package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.HoldId;

/** A patient who will not book a slot makes it free for others again. */
public interface ReleaseHold {

  /** Returns whether the hold was the actor's; false also if there is none with this id. */
  boolean releaseHold(Actor actor, HoldId id);
}

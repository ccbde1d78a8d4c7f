package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.Hold;
import java.util.Optional;

/** Finds the actor's own live hold. */
public interface FindHold {

  Optional<Hold> findHold(Actor actor);
}

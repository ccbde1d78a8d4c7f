package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.doctor.Evidence;

/** Shows the actor what they have shown admins in order to be approved; nothing if no doctor. */
public interface ShowEvidence {
  Evidence showEvidence(Actor actor);
}

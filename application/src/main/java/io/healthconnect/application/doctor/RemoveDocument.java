package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.media.MediaId;

/** Removes one of the documents that the actor, a doctor, shows admins. */
public interface RemoveDocument {
  /**
   * @return what is left
   */
  Result<Evidence, Refusal> removeDocument(Command command);

  record Command(Actor actor, MediaId document) {}

  enum Refusal {
    NOT_A_DOCTOR,
    NOT_FOUND
  }
}

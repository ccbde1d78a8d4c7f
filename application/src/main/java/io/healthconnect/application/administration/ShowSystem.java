package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;

/** Shows an admin how the system is doing. The look is an entry of the audit log. */
public interface ShowSystem {
  Result<SystemReport, Refusal> showSystem(Actor actor);

  enum Refusal {
    NOT_AN_ADMIN
  }
}

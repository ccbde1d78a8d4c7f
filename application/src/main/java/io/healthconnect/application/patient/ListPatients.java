package io.healthconnect.application.patient;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Room;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;

/** Lists the patients with whom the actor, a doctor, has contact. */
public interface ListPatients {
  Result<Page<PatientListing>, Refusal> listPatients(Query query, Room<PatientListing> room);

  record Query(Actor actor, PageRequest page) {}

  enum Refusal {
    NOT_A_DOCTOR
  }
}

package io.healthconnect.application.patient;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.patient.PatientId;
import java.util.Optional;

/**
 * A patient's record, for the patient and for doctors who have contact. For everybody else it does
 * not exist, which is what an empty answer means.
 */
public interface FindPatient {
  Optional<PatientListing> handle(Query query);

  record Query(Actor actor, PatientId patient) {}
}

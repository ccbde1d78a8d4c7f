package io.healthconnect.application.patient;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.patient.PatientId;
import java.util.Optional;

/**
 * Finds a patient's record, for the patient and for doctors who have contact. Empty for everybody
 * else, for whom the record does not exist.
 */
public interface FindPatient {
  Optional<PatientListing> findPatient(Query query);

  record Query(Actor actor, PatientId patient) {}
}

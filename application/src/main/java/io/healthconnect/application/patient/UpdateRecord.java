package io.healthconnect.application.patient;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.PatientProfile;
import java.util.Optional;

/** Changes the record and the name of the actor, a patient. */
public interface UpdateRecord {
  Result<PatientListing, Refusal> updateRecord(Command command);

  /**
   * @param name the new name; empty to keep it
   * @param expectedVersion the version of the record that the change is based on; empty to accept
   *     any
   */
  record Command(
      Actor actor,
      Optional<PersonName> name,
      PatientProfile.Change change,
      Optional<Long> expectedVersion) {}

  enum Refusal {
    NOT_A_PATIENT,
    /** The record has another version than the expected one. */
    STALE
  }
}

package io.healthconnect.application.patient;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.Patient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A patient changes the own record. */
public interface UpdateRecord {
  Result<PatientListing, Refusal> handle(Command command);

  /**
   * @param change must keep the id; may be applied again when somebody else wrote between
   * @param expectedVersion the version of the record that the change is based on; empty for any
   */
  record Command(
      Actor actor,
      Optional<PersonName> name,
      UnaryOperator<Patient> change,
      Optional<Long> expectedVersion) {}

  enum Refusal {
    NOT_A_PATIENT,
    /** The record has another version than the expected one. */
    STALE
  }
}

package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.patient.Patient;
import java.util.function.Function;

/** Makes an account for a doctor or a patient and signs it in. */
public interface SignUp {

  Result<SignedIn, Refusal> handle(Command command);

  /**
   * @param profile makes the profile of the role for the new account's id
   */
  record Command(PersonName name, Email email, Password password, Profile profile) {}

  /** What the role adds to an account. */
  sealed interface Profile {
    record OfDoctor(Function<AccountId, Doctor> doctor) implements Profile {}

    record OfPatient(Function<AccountId, Patient> patient) implements Profile {}
  }

  enum Refusal {
    EMAIL_TAKEN,
    GUESSABLE_PASSWORD,
    /** Too much password hashing is under way; try again in a second. */
    BUSY
  }
}

package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.patient.PatientProfile;
import java.util.function.Function;

/** Creates an account for a doctor or a patient and opens its first session. */
public interface SignUp {

  Result<OpenedSession, Refusal> signUp(Command command);

  /**
   * The new account, with the profile that determines its role.
   *
   * @param network the client network; empty if unknown
   * @param software what the client says that it is
   */
  record Command(
      PersonName name,
      Email email,
      Password password,
      Profile profile,
      String network,
      ClientSoftware software) {
    public Command(PersonName name, Email email, Password password, Profile profile) {
      this(name, email, password, profile, "", ClientSoftware.UNKNOWN);
    }

    public Command from(String newNetwork, ClientSoftware newSoftware) {
      return new Command(name, email, password, profile, newNetwork, newSoftware);
    }
  }

  /** The profile that belongs to the role. */
  sealed interface Profile {
    <T> T fold(Function<OfDoctor, T> ofDoctor, Function<OfPatient, T> ofPatient);

    /** A doctor's profile and weekly schedule; the booking rules are the defaults. */
    record OfDoctor(DoctorProfile profile, WeeklySchedule schedule) implements Profile {
      @Override
      public <T> T fold(Function<OfDoctor, T> ofDoctor, Function<OfPatient, T> ofPatient) {
        return ofDoctor.apply(this);
      }
    }

    /** A patient's record. */
    record OfPatient(PatientProfile profile) implements Profile {
      @Override
      public <T> T fold(Function<OfDoctor, T> ofDoctor, Function<OfPatient, T> ofPatient) {
        return ofPatient.apply(this);
      }
    }
  }

  enum Refusal {
    EMAIL_TAKEN,
    GUESSABLE_PASSWORD,
    /** Too much password hashing is in progress; try again in a second. */
    BUSY
  }
}

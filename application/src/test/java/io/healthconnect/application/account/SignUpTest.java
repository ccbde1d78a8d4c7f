package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignUpTest {
  private final AccountWorld world = new AccountWorld();

  private static SignUp.Command command(String email, String password, SignUp.Profile profile) {
    return new SignUp.Command(
        new PersonName("Ann Lee"), Email.parse(email), new Password(password), profile);
  }

  private Result<OpenedSession, SignUp.Refusal> signUp(SignUp.Command command) {
    return world.useCases.signUp().signUp(command);
  }

  private static OpenedSession loggedIn(Result<OpenedSession, SignUp.Refusal> result) {
    return result.fold(found -> found, refusal -> fail("refused: " + refusal));
  }

  @Test
  void storesADoctorWithProfileAndOpeningHoursAndLogsIn() {
    Doctor sample = Doctors.complete("any");
    OpenedSession loggedIn =
        loggedIn(
            signUp(
                command(
                    "ann@example.org",
                    "correct horse",
                    new SignUp.Profile.OfDoctor(sample.profile(), sample.schedule()))));
    assertEquals(Role.DOCTOR, loggedIn.account().role());
    assertEquals(world.clock.instant(), loggedIn.account().createdAt());
    DoctorId id = new DoctorId(loggedIn.account().id());
    assertEquals(
        Optional.of(
            new Doctor(id, sample.profile(), BookingRules.DEFAULT, sample.schedule(), Map.of(), 1)),
        world.store.doctors().find(id));
    assertEquals(Optional.of("#correct horse"), world.storedHash(loggedIn.account().id()));
    assertTrue(world.isLoggedIn(loggedIn));
  }

  @Test
  void storesAPatientWithItsRecordAndLogsIn() {
    PatientProfile profile = Patients.complete("any").profile();
    OpenedSession loggedIn =
        loggedIn(
            signUp(
                command(
                    "ann@example.org", "correct horse", new SignUp.Profile.OfPatient(profile))));
    assertEquals(Role.PATIENT, loggedIn.account().role());
    PatientId id = new PatientId(loggedIn.account().id());
    assertEquals(Optional.of(new Patient(id, profile, 1)), world.store.patients().find(id));
    assertTrue(world.isLoggedIn(loggedIn));
  }

  @Test
  void refusesAnEmailThatAnAccountOfAnyRoleHas() {
    world.signUp();
    Doctor sample = Doctors.valid("any");
    assertEquals(
        Result.failure(SignUp.Refusal.EMAIL_TAKEN),
        signUp(
            command(
                AccountWorld.EMAIL.value(),
                "correct horse",
                new SignUp.Profile.OfDoctor(sample.profile(), sample.schedule()))));
  }

  @Test
  void refusesAPasswordThatIsEasyToGuess() {
    assertEquals(
        Result.failure(SignUp.Refusal.GUESSABLE_PASSWORD),
        signUp(
            command(
                "ann@example.org",
                "easy to guess",
                new SignUp.Profile.OfPatient(PatientProfile.BLANK))));
    assertEquals(
        Optional.empty(), world.store.accounts().findByEmail(Email.parse("ann@example.org")));
  }

  /** G-06. */
  @Test
  void g06SaysThatItIsBusy() {
    AccountWorld busy = new AccountWorld(new AlwaysBusy());
    assertEquals(
        Result.failure(SignUp.Refusal.BUSY),
        busy.useCases
            .signUp()
            .signUp(
                command(
                    "ann@example.org",
                    "correct horse",
                    new SignUp.Profile.OfPatient(PatientProfile.BLANK))));
    assertEquals(
        Optional.empty(), busy.store.accounts().findByEmail(Email.parse("ann@example.org")));
  }

  private static final class AlwaysBusy implements PasswordHasher {
    @Override
    public Optional<PasswordHash> hash(Password password, Requester requester) {
      return Optional.empty();
    }

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester) {
      return Verdict.BUSY;
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
      return false;
    }
  }
}

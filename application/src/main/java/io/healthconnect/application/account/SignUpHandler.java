package io.healthconnect.application.account;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import java.time.Clock;
import java.util.Optional;

final class SignUpHandler implements SignUp {
  private final AccountUseCases.Ports ports;
  private final Sessions sessions;
  private final Standing newDoctors;
  private final IdGenerator ids;
  private final Clock clock;

  SignUpHandler(
      AccountUseCases.Ports ports,
      Sessions sessions,
      Approval newDoctors,
      IdGenerator ids,
      Clock clock) {
    this.ports = ports;
    this.sessions = sessions;
    this.newDoctors = new Standing(newDoctors, false);
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<OpenedSession, Refusal> signUp(Command command) {
    Profile profile = checked(command.profile());
    if (ports.rules().isGuessable(command.password(), command.name(), command.email())) {
      return Result.failure(Refusal.GUESSABLE_PASSWORD);
    }
    Optional<PasswordHash> hash =
        ports.hasher().hash(command.password(), new Requester(command.network(), false));
    if (hash.isEmpty()) {
      return Result.failure(Refusal.BUSY);
    }
    return add(command, profile, hash.get())
        .mapFailure(taken -> Refusal.EMAIL_TAKEN)
        .map(account -> open(account, hash.get(), command.software()));
  }

  private Profile checked(Profile profile) {
    return profile.fold(
        doctor -> new Profile.OfDoctor(doctor.profile().requireContactNumber(), doctor.schedule()),
        patient -> new Profile.OfPatient(patient.profile().requireBorn(clock.instant())));
  }

  /**
   * Opens the first session, and asks the owner of the address to confirm it. The password cannot
   * have changed yet, because nobody has had a session before.
   */
  private OpenedSession open(Account account, PasswordHash hash, ClientSoftware software) {
    ports.mails().ask(AccountMail.confirmation(account, clock.instant()));
    return sessions
        .openFirst(account, new Credentials(account.id(), hash), software)
        .orElseThrow(() -> new MissingException("account"));
  }

  private Result<Account, EmailTaken> add(Command command, Profile profile, PasswordHash hash) {
    AccountId id = new AccountId(ids.next());
    return profile.fold(
        doctor ->
            ports
                .doctors()
                .add(
                    account(id, Role.DOCTOR, command).withStanding(newDoctors),
                    hash,
                    Doctor.create(new DoctorId(id), doctor.profile(), doctor.schedule())),
        patient ->
            ports
                .patients()
                .add(
                    account(id, Role.PATIENT, command),
                    hash,
                    Patient.create(new PatientId(id), patient.profile())));
  }

  private Account account(AccountId id, Role role, Command command) {
    return Account.create(id, role, command.name(), command.email(), clock.instant());
  }
}

package io.healthconnect.application.patient;

import io.healthconnect.application.Retry;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.domain.patient.PatientRepository;
import java.time.Clock;

final class UpdateRecordHandler implements UpdateRecord {
  private final PatientRepository patients;
  private final AccountRepository accounts;
  private final Clock clock;

  UpdateRecordHandler(PatientRepository patients, AccountRepository accounts, Clock clock) {
    this.patients = patients;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Result<PatientListing, Refusal> updateRecord(Command command) {
    if (!command.actor().isPatient()) {
      return Result.failure(Refusal.NOT_A_PATIENT);
    }
    PatientId id = command.actor().asPatient();
    return Retry.onStaleVersion(() -> save(id, command)).map(this::listing);
  }

  private Result<Patient, Refusal> save(PatientId id, Command command) {
    Patient found = patients.find(id).orElseThrow(() -> new MissingException("patient"));
    // Before the version: what is wrong with the change is wrong for every version.
    Patient changed = found.withProfile(changed(found.profile(), command.change()));
    if (command.expectedVersion().filter(v -> v != found.version()).isPresent()) {
      return Result.failure(Refusal.STALE);
    }
    return Result.success(
        command
            .name()
            .map(name -> patients.save(changed, name))
            .orElseGet(() -> patients.save(changed)));
  }

  /**
   * Applies the change. A date of birth in the future that was stored before this rule blocks no
   * other change.
   */
  private PatientProfile changed(PatientProfile present, PatientProfile.Change change) {
    PatientProfile next = change.applyTo(present);
    return next.dateOfBirth().equals(present.dateOfBirth())
        ? next
        : next.requireBorn(clock.instant());
  }

  private PatientListing listing(Patient saved) {
    Account account =
        accounts.find(saved.id().account()).orElseThrow(() -> new MissingException("account"));
    return new PatientListing(account, saved);
  }
}

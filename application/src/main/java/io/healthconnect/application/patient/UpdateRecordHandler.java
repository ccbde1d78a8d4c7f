package io.healthconnect.application.patient;

import io.healthconnect.application.Retry;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import java.util.Optional;

final class UpdateRecordHandler implements UpdateRecord {
  private final PatientRepository patients;
  private final AccountRepository accounts;

  UpdateRecordHandler(PatientRepository patients, AccountRepository accounts) {
    this.patients = patients;
    this.accounts = accounts;
  }

  @Override
  public Result<PatientListing, Refusal> handle(Command command) {
    if (!command.actor().isPatient()) {
      return Result.failure(Refusal.NOT_A_PATIENT);
    }
    PatientId id = command.actor().asPatient();
    Optional<Patient> saved = Retry.onStaleVersion(() -> save(id, command));
    if (saved.isEmpty()) {
      return Result.failure(Refusal.STALE);
    }
    command
        .name()
        .ifPresent(
            name ->
                Retry.onStaleVersion(
                    () -> accounts.save(accounts.find(id.account()).orElseThrow().withName(name))));
    Account account = accounts.find(id.account()).orElseThrow();
    return Result.success(new PatientListing(account, saved.get()));
  }

  private Optional<Patient> save(PatientId id, Command command) {
    Patient found = patients.find(id).orElseThrow();
    boolean stale = command.expectedVersion().filter(v -> v != found.version()).isPresent();
    return stale ? Optional.empty() : Optional.of(patients.save(command.change().apply(found)));
  }
}

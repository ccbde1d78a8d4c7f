package io.healthconnect.application.patient;

import io.healthconnect.application.Retry;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;

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
    Patient saved =
        Retry.onStaleVersion(
            () -> patients.save(command.change().apply(patients.find(id).orElseThrow())));
    command
        .name()
        .ifPresent(
            name ->
                Retry.onStaleVersion(
                    () -> accounts.save(accounts.find(id.account()).orElseThrow().withName(name))));
    Account account = accounts.find(id.account()).orElseThrow();
    return Result.success(new PatientListing(account, saved));
  }
}

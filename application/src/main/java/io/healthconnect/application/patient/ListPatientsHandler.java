package io.healthconnect.application.patient;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.patient.PatientRepository;

final class ListPatientsHandler implements ListPatients {
  private final PatientRepository patients;
  private final AccountRepository accounts;
  private final AppointmentRepository appointments;

  ListPatientsHandler(
      PatientRepository patients, AccountRepository accounts, AppointmentRepository appointments) {
    this.patients = patients;
    this.accounts = accounts;
    this.appointments = appointments;
  }

  @Override
  public Result<Page<PatientListing>, Refusal> handle(Query query) {
    if (!query.actor().isDoctor()) {
      return Result.failure(Refusal.NOT_A_DOCTOR);
    }
    return Result.success(
        appointments
            .patientsOf(query.actor().asDoctor(), query.page())
            .map(
                id ->
                    new PatientListing(
                        accounts.find(id.account()).orElseThrow(),
                        patients.find(id).orElseThrow())));
  }
}

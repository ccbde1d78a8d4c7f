package io.healthconnect.application.patient;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.patient.PatientRepository;

/** Everything about patients. */
public record PatientUseCases(FindPatient find, ListPatients list, UpdateRecord update) {

  public static PatientUseCases create(
      PatientRepository patients,
      AccountRepository accounts,
      AppointmentRepository appointments,
      ContactPolicy policy) {
    return new PatientUseCases(
        new FindPatientHandler(patients, accounts, policy),
        new ListPatientsHandler(patients, accounts, appointments),
        new UpdateRecordHandler(patients, accounts));
  }
}

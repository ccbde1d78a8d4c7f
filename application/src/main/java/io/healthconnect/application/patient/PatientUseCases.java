package io.healthconnect.application.patient;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.patient.PatientRepository;
import java.time.Clock;

/** The use cases of patients and their records. */
public record PatientUseCases(FindPatient find, ListPatients list, UpdateRecord update) {

  public static PatientUseCases create(
      PatientRepository patients,
      AccountRepository accounts,
      AppointmentRepository appointments,
      ContactPolicy policy,
      AuditTrail trail,
      Clock clock) {
    return new PatientUseCases(
        new FindPatientHandler(patients, accounts, policy, trail),
        new ListPatientsHandler(patients, accounts, appointments, trail),
        new UpdateRecordHandler(patients, accounts, clock));
  }
}

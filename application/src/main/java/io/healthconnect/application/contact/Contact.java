package io.healthconnect.application.contact;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;

/** A doctor and a patient who may talk to each other, in the order in which they were requested. */
public record Contact(Account one, Account other) {

  public DoctorId doctor() {
    return new DoctorId(one.role() == Role.DOCTOR ? one.id() : other.id());
  }

  public PatientId patient() {
    return new PatientId(one.role() == Role.PATIENT ? one.id() : other.id());
  }
}

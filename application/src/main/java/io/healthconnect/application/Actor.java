package io.healthconnect.application;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;

/**
 * The authenticated person who calls a use case. Always taken from a verified session, never from
 * what a client says.
 */
public record Actor(AccountId id, Role role, SessionId sessionId) {
  public boolean isDoctor() {
    return role == Role.DOCTOR;
  }

  public boolean isPatient() {
    return role == Role.PATIENT;
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  public DoctorId asDoctor() {
    return new DoctorId(id);
  }

  public PatientId asPatient() {
    return new PatientId(id);
  }
}

package io.healthconnect.rest.http;

import io.healthconnect.domain.account.Role;

/** Who may use a route at all; what they may see through it is the use cases' matter. */
public enum Access {
  ANYONE,
  SIGNED_IN,
  DOCTOR,
  PATIENT;

  boolean admits(Role role) {
    return switch (this) {
      case ANYONE, SIGNED_IN -> true;
      case DOCTOR -> role == Role.DOCTOR;
      case PATIENT -> role == Role.PATIENT;
    };
  }
}

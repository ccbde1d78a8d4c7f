package io.healthconnect.rest.http.admission;

import io.healthconnect.domain.account.Role;

/** Who may use a route at all. The use cases decide what each person may see through it. */
public enum Access {
  ANYONE,
  /** Anyone, but the route needs to know who. */
  MAYBE_SIGNED_IN,
  SIGNED_IN,
  DOCTOR,
  PATIENT,
  ADMIN;

  boolean admits(Role role) {
    return switch (this) {
      case ANYONE, MAYBE_SIGNED_IN, SIGNED_IN -> true;
      case DOCTOR -> role == Role.DOCTOR;
      case PATIENT -> role == Role.PATIENT;
      case ADMIN -> role == Role.ADMIN;
    };
  }
}

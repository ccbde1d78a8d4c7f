package io.healthconnect.rest.http;

import io.healthconnect.domain.account.Role;

/** Who may use a route at all; what they may see through it is the use cases' matter. */
public enum Access {
  ANYONE,
  /** Anyone, but the route wants to know who. */
  MAYBE_SIGNED_IN,
  SIGNED_IN,
  DOCTOR,
  PATIENT;

  boolean admits(Role role) {
    return switch (this) {
      case ANYONE, MAYBE_SIGNED_IN, SIGNED_IN -> true;
      case DOCTOR -> role == Role.DOCTOR;
      case PATIENT -> role == Role.PATIENT;
    };
  }
}

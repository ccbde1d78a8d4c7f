package io.healthconnect.application.call;

import io.healthconnect.domain.account.Role;

/** Whose calls use the TURN relay alone, so that the other side does not learn their addresses. */
public enum RelayOnly {
  NOBODY,
  PATIENTS,
  EVERYONE;

  boolean includes(Role role) {
    return switch (this) {
      case NOBODY -> false;
      case PATIENTS -> role == Role.PATIENT;
      case EVERYONE -> true;
    };
  }
}

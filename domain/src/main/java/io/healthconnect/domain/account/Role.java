package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** What an account is for. An account has exactly one role, which never changes. */
public enum Role {
  DOCTOR("doctor"),
  PATIENT("patient"),
  ADMIN("admin");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Role parse(String text) {
    for (Role role : values()) {
      if (role.code.equals(text)) {
        return role;
      }
    }
    throw new InvalidValueException("role", "must be doctor, patient or admin", Code.UNKNOWN_VALUE);
  }
}

package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** The one word for an account's {@link Standing} by which admins look for accounts. */
public enum AccountState {
  /** In use. */
  ACTIVE("active"),
  /** A doctor who waits for a decision. */
  PENDING("pending"),
  /** A doctor who was turned down. */
  REJECTED("rejected"),
  DISABLED("disabled");

  private final String code;

  AccountState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static AccountState parse(String text) {
    for (AccountState state : values()) {
      if (state.code.equals(text)) {
        return state;
      }
    }
    throw new InvalidValueException(
        "state", "must be active, pending, rejected or disabled", Code.UNKNOWN_VALUE);
  }
}

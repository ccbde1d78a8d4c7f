package io.healthconnect.rest.account;

import io.healthconnect.domain.InvalidValueException;

/** Time codes and recovery codes as people type them. */
final class LogInCodes {
  /** Enough for a recovery code with any spaces. */
  private static final int MAX = 64;

  private LogInCodes() {}

  static String check(String code) {
    if (code.isBlank()) {
      throw InvalidValueException.required("code");
    }
    if (code.length() > MAX) {
      throw InvalidValueException.tooLong("code", MAX);
    }
    return code;
  }
}

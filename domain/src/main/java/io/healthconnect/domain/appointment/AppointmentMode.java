package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** How doctor and patient meet. */
public enum AppointmentMode {
  VIDEO("video"),
  CHAT("chat");

  private final String code;

  AppointmentMode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static AppointmentMode parse(String text) {
    for (AppointmentMode mode : values()) {
      if (mode.code.equals(text)) {
        return mode;
      }
    }
    throw new InvalidValueException("mode", "must be video or chat", Code.UNKNOWN_VALUE);
  }
}

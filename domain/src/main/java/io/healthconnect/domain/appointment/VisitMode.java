package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;

/** How doctor and patient meet. */
public enum VisitMode {
  VIDEO("video"),
  CHAT("chat");

  private final String code;

  VisitMode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static VisitMode parse(String text) {
    for (VisitMode mode : values()) {
      if (mode.code.equals(text)) {
        return mode;
      }
    }
    throw new InvalidValueException("mode", "must be video or chat");
  }
}

package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** Why a call ended. The first four are reported as a rejection, the others as an end. */
public enum EndReason {
  /** The callee declined. */
  DECLINED("declined"),
  /** The callee was in another call. */
  BUSY("busy"),
  /** No device of the callee rang within the ring time. */
  OFFLINE("offline"),
  /** It rang, but nobody answered. */
  UNANSWERED("unanswered"),
  /** While it rang, the caller cancelled or was lost, or its appointment was called off. */
  CANCELLED("cancelled"),
  /** One side ended an answered call. */
  HANGUP("hangup"),
  /** One side did not come back within its lease. */
  LOST("lost");

  private final String code;

  EndReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Whether it is reported as a rejection. */
  public boolean isRejection() {
    return switch (this) {
      case DECLINED, BUSY, OFFLINE, UNANSWERED -> true;
      case CANCELLED, HANGUP, LOST -> false;
    };
  }

  public static EndReason parse(String text) {
    for (EndReason reason : values()) {
      if (reason.code.equals(text)) {
        return reason;
      }
    }
    throw new InvalidValueException("reason", "is not a reason", Code.UNKNOWN_VALUE);
  }
}

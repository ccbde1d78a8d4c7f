package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;

/** Why a call ended; the first four are told as a rejection, the others as an end. */
public enum EndReason {
  /** The callee said no. */
  DECLINED("declined"),
  /** The callee was in another call. */
  BUSY("busy"),
  /** No device of the callee rang within the ring time. */
  OFFLINE("offline"),
  /** It rang, and nobody answered. */
  UNANSWERED("unanswered"),
  /** The caller gave up, or was lost, while it rang. */
  CANCELLED("cancelled"),
  /** One of the two ended an answered call. */
  HANGUP("hangup"),
  /** One of the two did not come back within the lease. */
  LOST("lost");

  private final String code;

  EndReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static EndReason parse(String text) {
    for (EndReason reason : values()) {
      if (reason.code.equals(text)) {
        return reason;
      }
    }
    throw new InvalidValueException("reason", "is not a reason");
  }
}

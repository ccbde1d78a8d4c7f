package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** Whether an admin has let a doctor practise here. */
public enum Approval {
  /** No admin has decided yet. */
  PENDING("pending"),
  /** The doctor practises without anybody's decision, because none was required at sign-up. */
  NOT_REQUIRED("not_required"),
  /** An admin has decided that the doctor may practise. */
  GRANTED("granted"),
  /** An admin has decided that the doctor may not practise. */
  REJECTED("rejected");

  private final String code;

  Approval(String code) {
    this.code = code;
  }

  /** As stores keep it. */
  public String code() {
    return code;
  }

  public boolean letsPractise() {
    return this == NOT_REQUIRED || this == GRANTED;
  }

  public static Approval parse(String text) {
    for (Approval approval : values()) {
      if (approval.code.equals(text)) {
        return approval;
      }
    }
    throw new InvalidValueException("approval", "is not a known approval", Code.UNKNOWN_VALUE);
  }
}

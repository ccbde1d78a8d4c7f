package io.healthconnect.domain.account;

import io.healthconnect.domain.Text;

/** Why an admin has turned a doctor down, for the doctor to read: one line. */
public record RejectionReason(String value) {
  private static final int MAX_LENGTH = 500;

  public RejectionReason {
    value = Text.line("reason", value, MAX_LENGTH);
  }
}

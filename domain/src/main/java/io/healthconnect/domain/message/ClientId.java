package io.healthconnect.domain.message;

import io.healthconnect.domain.InvalidValueException;

/**
 * The id that the sender's device gave a message, so that a resend is recognised: 1 to 64 printable
 * ASCII characters.
 */
public record ClientId(String value) {
  public ClientId {
    boolean printable = value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (value.isEmpty() || value.length() > 64 || !printable) {
      throw new InvalidValueException("clientId", "must be 1 to 64 printable characters");
    }
  }
}

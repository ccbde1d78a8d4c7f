package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;

/**
 * A client's statement that requests with this key are the same request. It belongs to the patient
 * who books.
 *
 * @param value 1 to 128 printable ASCII characters
 * @param fingerprint a digest of the request, to tell a resend from another request
 * @param expiresAt when the key may be forgotten
 */
public record IdempotencyKey(String value, String fingerprint, Instant expiresAt) {
  public IdempotencyKey {
    boolean printable = value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (value.isEmpty() || value.length() > 128 || !printable) {
      throw new InvalidValueException("Idempotency-Key", "must be 1 to 128 printable characters");
    }
  }
}

package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.text.Normalizer;
import java.util.Map;

/**
 * A password as typed, in NFC so that the same characters match whatever keyboard produced them. 8
 * to 128 code points (ASVS 6.2.1, 6.2.9); it is never truncated or trimmed.
 */
public record Password(String value) {
  private static final int MIN = 8;
  private static final int MAX = 128;

  public Password {
    if (value.length() > 4 * MAX) {
      throw tooLong();
    }
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length < MIN) {
      throw new InvalidValueException(
          "password", "must have 8 to 128 characters", Code.TOO_SHORT, Map.of("min", (long) MIN));
    }
    if (length > MAX) {
      throw tooLong();
    }
  }

  private static InvalidValueException tooLong() {
    return new InvalidValueException(
        "password", "must have 8 to 128 characters", Code.TOO_LONG, Map.of("max", (long) MAX));
  }

  /** Omits the password. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}

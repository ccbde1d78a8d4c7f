package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import java.text.Normalizer;

/**
 * A password as typed, in NFC so that the same characters match whatever keyboard made them. 8 to
 * 128 code points (ASVS 6.2.1, 6.2.9); nothing is cut off or trimmed.
 */
public record Password(String value) {
  private static final int MIN = 8;
  private static final int MAX = 128;

  public Password {
    if (value.length() > 4 * MAX) {
      throw new InvalidValueException("password", "must have 8 to 128 characters");
    }
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length < MIN || length > MAX) {
      throw new InvalidValueException("password", "must have 8 to 128 characters");
    }
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}

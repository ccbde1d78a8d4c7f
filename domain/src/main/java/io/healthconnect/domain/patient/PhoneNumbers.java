package io.healthconnect.domain.patient;

import io.healthconnect.domain.InvalidValueException;

/** Telephone numbers as people write them: 3 to 30 of digits, spaces and {@code + ( ) - . /}. */
public final class PhoneNumbers {
  private PhoneNumbers() {}

  public static String check(String field, String text) {
    String number = text.strip();
    boolean allowed = number.chars().allMatch(c -> "0123456789 +()-./".indexOf(c) >= 0);
    if (number.length() < 3 || number.length() > 30 || !allowed) {
      throw new InvalidValueException(field, "is not a telephone number");
    }
    return number;
  }
}

package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import java.util.regex.Pattern;

/**
 * A language that a doctor speaks with patients.
 *
 * @param tag a primary language subtag of BCP 47 in lower case, such as {@code en}
 */
public record Language(String tag) {
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");

  public Language {
    if (!TAG.matcher(tag).matches()) {
      throw new InvalidValueException(
          "language", "must be a language tag of 2 or 3 lower-case letters, such as en");
    }
  }
}

package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** A language in which people are written to. */
public enum Language {
  EN,
  ES;

  /** The code on the wire and in the stores (BCP 47). */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.forLanguageTag(code());
  }

  /**
   * @throws InvalidValueException if people are not written to in this language
   */
  public static Language parse(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "language", "must be en or es", InvalidValueException.Code.UNKNOWN_VALUE));
  }
}

package io.healthconnect.domain;

/** Checks identifiers that come from outside. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * @param field the name of the field, for the error
   * @return the value itself: 1 to 64 of {@code A-Z a-z 0-9 _ -}
   * @throws InvalidValueException if it is anything else
   */
  public static String check(String field, String value) {
    if (value.isEmpty() || value.length() > 64) {
      throw new InvalidValueException(field, "is not an identifier");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-';
      if (!allowed) {
        throw new InvalidValueException(field, "is not an identifier");
      }
    }
    return value;
  }
}

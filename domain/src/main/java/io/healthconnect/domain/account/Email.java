package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import java.util.Locale;

/**
 * An e-mail address, trimmed and in lower case. The check is deliberately small: one {@code @} with
 * something before it and a dotted domain behind it, at most 254 characters (RFC 5321), no spaces
 * or control characters.
 */
public record Email(String value) {
  private static final int MAX_LENGTH = 254;

  public Email {
    int at = value.lastIndexOf('@');
    boolean shaped =
        value.length() <= MAX_LENGTH
            && at > 0
            && at <= 64
            && value.indexOf('@') == at
            && value.indexOf('.', at) > at + 1
            && !value.endsWith(".")
            && value.codePoints().noneMatch(Email::forbidden)
            && value.equals(value.toLowerCase(Locale.ROOT));
    if (!shaped) {
      throw new InvalidValueException("email", "is not an e-mail address");
    }
  }

  public static Email parse(String text) {
    if (text.length() > 2 * MAX_LENGTH) {
      throw new InvalidValueException("email", "is not an e-mail address");
    }
    return new Email(text.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean forbidden(int c) {
    return Character.isWhitespace(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || (c >= 0xD800 && c <= 0xDFFF)
        || "<>()[],;:\\\"".indexOf(c) >= 0;
  }
}

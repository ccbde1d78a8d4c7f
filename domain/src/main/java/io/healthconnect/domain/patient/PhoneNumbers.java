package io.healthconnect.domain.patient;

import io.healthconnect.domain.InvalidValueException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks telephone numbers as people write and paste them. One lenient rule for everybody: 3 to 30
 * digits, spaces and {@code + ( ) - . /}, and optionally an extension of up to 7 digits. Marks
 * without a glyph are dropped, and digits, spaces and dashes of other scripts become ASCII.
 */
public final class PhoneNumbers {
  private static final int MAX_TYPED = 200;
  private static final int MIN = 3;
  private static final int MAX = 30;
  private static final int MIN_DIGITS = 2;

  /** Bounded, so that no input makes the match slow. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "([^a-z#;,]{1,60})[ ,;]{0,3}"
              + "(?:extension|extn|ext|ex|x|#|int|interno|dw|durchwahl|poste|anexo|ramal"
              + "|\u0434\u043E\u0431|\u5206\u673A|\u5185\u7EDA|\u5167\u7DDA)"
              + "[.:=# ]{0,3}([0-9]{1,7})");

  private PhoneNumbers() {}

  /**
   * @return the number in ASCII, with its extension after "ext."
   * @throws InvalidValueException if it is not a telephone number
   */
  public static String check(String field, String text) {
    if (text.length() > MAX_TYPED) {
      throw invalid(field);
    }
    String typed = plain(text);
    Matcher extended = EXTENSION.matcher(typed.toLowerCase(Locale.ROOT));
    if (extended.matches()) {
      return main(field, extended.group(1).strip()) + " ext. " + extended.group(2);
    }
    return main(field, typed);
  }

  private static String main(String field, String number) {
    boolean allowed = number.chars().allMatch(c -> "0123456789 +()-./".indexOf(c) >= 0);
    long digits = number.chars().filter(Character::isDigit).count();
    if (number.length() < MIN || number.length() > MAX || !allowed || digits < MIN_DIGITS) {
      throw invalid(field);
    }
    return number;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(PhoneNumbers::plain)
        .forEach(plain::appendCodePoint);
    return plain.toString().replaceAll(" +", " ").strip();
  }

  private static int plain(int c) {
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return '0' + digit;
    }
    if (Character.isSpaceChar(c) || c == '\t') {
      return ' ';
    }
    boolean dash = Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212;
    return dash ? '-' : c;
  }

  private static InvalidValueException invalid(String field) {
    return new InvalidValueException(field, "is not a telephone number");
  }
}

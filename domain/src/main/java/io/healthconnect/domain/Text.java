package io.healthconnect.domain;

import java.text.Normalizer;

/** Rules for text that people type. */
public final class Text {
  private Text() {}

  /**
   * One line: trimmed, normalised to NFC, white space folded.
   *
   * @throws InvalidValueException if it is empty, longer than {@code max} code points, or holds
   *     control, bidirectional or zero-width characters
   */
  public static String line(String field, String value, int max) {
    String line = optionalLine(field, value, max);
    if (line.isEmpty()) {
      throw new InvalidValueException(field, "must not be empty");
    }
    return line;
  }

  /** As {@link #line}, but may be empty. */
  public static String optionalLine(String field, String value, int max) {
    String line = composed(field, value, max).replaceAll("[\\s\\p{Z}]+", " ").strip();
    boolean invisible =
        line.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT && c != 0x200D);
    if (invisible) {
      throw new InvalidValueException(field, "holds characters that are not allowed");
    }
    return atMost(max, field, line);
  }

  /**
   * Any number of lines: trimmed and normalised to NFC; may be empty.
   *
   * @throws InvalidValueException if it is longer than {@code max} code points or holds control
   *     characters other than tab and line ends, or half a surrogate pair
   */
  public static String block(String field, String value, int max) {
    return atMost(max, field, composed(field, value, max));
  }

  private static String composed(String field, String value, int max) {
    if (value.length() > 2L * max + 1024) {
      throw new InvalidValueException(field, "must have at most " + max + " characters");
    }
    boolean control =
        value
            .codePoints()
            .anyMatch(
                c ->
                    (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= 0xD800 && c <= 0xDFFF));
    if (control) {
      throw new InvalidValueException(field, "holds characters that are not allowed");
    }
    return Normalizer.normalize(value, Normalizer.Form.NFC).strip();
  }

  private static String atMost(int max, String field, String text) {
    if (text.codePointCount(0, text.length()) > max) {
      throw new InvalidValueException(field, "must have at most " + max + " characters");
    }
    return text;
  }
}

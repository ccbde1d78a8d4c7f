package io.healthconnect.domain;

import java.text.Normalizer;

/**
 * The single policy for text that people type. It is based on Unicode properties instead of lists
 * of characters. Every text is normalised to NFC. Spaces, blank characters and marks without a
 * glyph are removed from both ends; a text without visible characters is empty. Joiners are kept
 * where the spelling of a script needs them, and directional marks where the text has right-to-left
 * letters. Other format characters are refused in a line, which appears among other people's words,
 * and removed from a block, which is often pasted.
 */
public final class Text {
  private static final int MOST_MARKS = 30;

  private Text() {}

  /**
   * One line, with white space collapsed.
   *
   * @throws InvalidValueException if nothing in it is visible, if it is longer than {@code max}
   *     code points, or if it contains control characters or format characters that its spelling
   *     does not need
   */
  public static String line(String field, String value, int max) {
    String line = optionalLine(field, value, max);
    if (line.isEmpty()) {
      throw InvalidValueException.required(field);
    }
    return line;
  }

  /** Like {@link #line}, but may be empty. */
  public static String optionalLine(String field, String value, int max) {
    String trimmed = trimmed(field, value, max).replaceAll("[\\s\\p{Z}]+", " ");
    String spelled = spelled(trimmed);
    if (spelled.length() != trimmed.length()) {
      throw InvalidValueException.forbiddenCharacters(field);
    }
    return atMost(max, field, Normalizer.normalize(spelled, Normalizer.Form.NFC));
  }

  /**
   * Any number of lines; may be empty.
   *
   * @throws InvalidValueException if it is longer than {@code max} code points, or contains control
   *     characters other than tabs and line ends or an unpaired surrogate
   */
  public static String block(String field, String value, int max) {
    String spelled = strip(spelled(trimmed(field, value, max)));
    return atMost(max, field, Normalizer.normalize(spelled, Normalizer.Form.NFC));
  }

  /** Whether anything in the text is visible. */
  public static boolean showsSomething(String text) {
    return text.codePoints().anyMatch(Characters::isVisible);
  }

  /**
   * The text without spaces, blanks and marks at both ends; empty if nothing in it is visible. A
   * joiner at the end is kept if the spelling needs it.
   */
  public static String strip(String text) {
    if (!showsSomething(text)) {
      return "";
    }
    int start = 0;
    while (Characters.isDroppedAtEnds(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (isDroppedBefore(text, end)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /**
   * The text with at most 30 marks on one letter (UAX 15, Stream-Safe Text Format). No script needs
   * more, and the time to order them grows with the square of their number.
   */
  public static String limitMarks(String text) {
    StringBuilder limited = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      marks = Characters.isMark(c) ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        limited.appendCodePoint(c);
      }
    }
    return limited.length() == text.length() ? text : limited.toString();
  }

  private static boolean isDroppedBefore(String text, int end) {
    int last = text.codePointBefore(end);
    int start = end - Character.charCount(last);
    int before = start > 0 ? text.codePointBefore(start) : -1;
    boolean joiner = last == Characters.JOINER || Characters.isTag(last);
    return Characters.isDroppedAtEnds(last) && !(joiner && Characters.isSpelling(last, before, -1));
  }

  private static String trimmed(String field, String value, int max) {
    if (value.length() > 2L * max + 1024) {
      throw InvalidValueException.tooLong(field, max);
    }
    if (value.codePoints().anyMatch(Characters::isForbiddenControl)) {
      throw InvalidValueException.forbiddenCharacters(field);
    }
    return strip(limitMarks(value));
  }

  /** The text without format characters that its spelling does not need. */
  private static String spelled(String text) {
    if (text.codePoints().noneMatch(Characters::isFormat)) {
      return text;
    }
    boolean rightToLeft = text.codePoints().anyMatch(Characters::isRightToLeft);
    StringBuilder kept = new StringBuilder(text.length());
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int after = i < text.length() ? text.codePointAt(i) : -1;
      boolean stays =
          !Characters.isFormat(c)
              || Characters.isSpelling(c, before, after)
              || (Characters.isDirectionMark(c) && rightToLeft);
      if (stays) {
        kept.appendCodePoint(c);
        before = c;
      }
    }
    return kept.toString();
  }

  private static String atMost(int max, String field, String text) {
    if (text.codePointCount(0, text.length()) > max) {
      throw InvalidValueException.tooLong(field, max);
    }
    return text;
  }
}

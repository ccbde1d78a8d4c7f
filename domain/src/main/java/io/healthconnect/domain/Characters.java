package io.healthconnect.domain;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Interprets the Unicode properties of characters for text that people type. */
final class Characters {
  static final int ZERO_WIDTH_SPACE = 0x200B;
  static final int NON_JOINER = 0x200C;
  static final int JOINER = 0x200D;
  static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;

  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int END_OF_TAG = 0xE007F;

  /** Scripts whose spelling never needs joiners; all others may, and so may emoji. */
  private static final Set<UnicodeScript> WITHOUT_JOINERS =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN,
          UnicodeScript.HEBREW,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED,
          UnicodeScript.UNKNOWN);

  /** Scripts that use a zero-width space to mark possible line breaks. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TAI_LE,
          UnicodeScript.NEW_TAI_LUE,
          UnicodeScript.TAI_THAM,
          UnicodeScript.TAI_VIET,
          UnicodeScript.JAVANESE,
          UnicodeScript.BALINESE,
          UnicodeScript.TIBETAN);

  private Characters() {}

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /**
   * Whether the character is a control character, including line ends and tabs, that no text may
   * contain.
   */
  static boolean isForbiddenControl(int c) {
    boolean spaces = c == '\n' || c == '\r' || c == '\t';
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return (Character.isISOControl(c) && !spaces)
        || Character.getType(c) == Character.SURROGATE
        || nonCharacter;
  }

  /** Whether a reader sees something, whatever the font. */
  static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      // Characters newer than this Java, such as emoji, except for those that are reserved as
      // invisible.
      case Character.UNASSIGNED -> !isReservedInvisible(c);
      default -> !isBlank(c);
    };
  }

  /**
   * Letters and symbols without a glyph: Hangul fillers, the blank Braille pattern, the null note
   * head.
   */
  private static boolean isBlank(int c) {
    return c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x2800
        || c == 0xFFFC
        || c == 0x1D159;
  }

  /** Unassigned with the property Default_Ignorable_Code_Point, or a noncharacter. */
  private static boolean isReservedInvisible(int c) {
    return c == 0x2065
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0xE0000 && c <= 0xE0FFF)
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /**
   * Whether the character is dropped from both ends of a text: spaces, blanks, and marks without a
   * glyph.
   */
  static boolean isDroppedAtEnds(int c) {
    return isSpace(c)
        || isBlank(c)
        || (Character.getType(c) == Character.FORMAT && !isNumberSign(c))
        || (Character.getType(c) == Character.UNASSIGNED && isReservedInvisible(c));
  }

  static boolean isFormat(int c) {
    return Character.getType(c) == Character.FORMAT || c == 0x2065;
  }

  /**
   * Left-to-right, right-to-left and Arabic letter marks, which affect only the position of their
   * neighbours.
   */
  static boolean isDirectionMark(int c) {
    return c == 0x200E || c == 0x200F || c == 0x061C;
  }

  static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /**
   * Whether a format character is part of correct spelling at this position.
   *
   * @param before the preceding character, or -1
   * @param after the following character, or -1
   */
  static boolean isSpelling(int c, int before, int after) {
    return switch (c) {
      case NON_JOINER, MONGOLIAN_VOWEL_SEPARATOR -> joins(before);
      case JOINER -> joins(before) || (isEmojiPart(before) && isSymbol(after));
      case ZERO_WIDTH_SPACE -> before >= 0 && WITHOUT_SPACES.contains(UnicodeScript.of(before));
      default -> isTag(c) ? before == BLACK_FLAG || isTag(before) : isNumberSign(c);
    };
  }

  private static boolean joins(int c) {
    return c >= 0
        && !isFormat(c)
        && (Character.isLetter(c) || isMark(c) || c == 0x0640)
        && !WITHOUT_JOINERS.contains(UnicodeScript.of(c));
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** A symbol, a variation selector, or a skin tone modifier. */
  private static boolean isEmojiPart(int c) {
    return c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF) || isSymbol(c);
  }

  private static boolean isSymbol(int c) {
    int type = c < 0 ? Character.CONTROL : Character.getType(c);
    return type == Character.OTHER_SYMBOL
        || (type == Character.UNASSIGNED && c >= 0x1F000 && c <= 0x1FAFF);
  }

  /** Tag letters, which spell the flags of regions. */
  static boolean isTag(int c) {
    return c >= 0xE0020 && c <= END_OF_TAG;
  }

  /** Format characters with a glyph that precede numbers (Arabic, Syriac, Kaithi). */
  private static boolean isNumberSign(int c) {
    return (c >= 0x0600 && c <= 0x0605)
        || c == 0x06DD
        || c == 0x070F
        || c == 0x08E2
        || c == 0x0890
        || c == 0x0891
        || c == 0x110BD
        || c == 0x110CD;
  }
}

package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Text;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Map;

/**
 * Makes texts equal that people consider the same when they search. A simplified form of what ICU
 * calls primary strength: NFKD without accents and marks without a glyph, in lower case by way of
 * upper case, with letters that have no decomposition replaced as people type them on a keyboard
 * without them. Vowel signs and other marks that are part of the spelling (as in Devanagari, Thai
 * or Kana) are kept.
 */
final class Folding {
  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry(0x0142, "l"), // l with stroke
          Map.entry(0x00F8, "o"), // o with stroke
          Map.entry(0x0111, "d"), // d with stroke
          Map.entry(0x00F0, "d"), // eth
          Map.entry(0x00FE, "th"), // thorn
          Map.entry(0x00E6, "ae"),
          Map.entry(0x0153, "oe"),
          Map.entry(0x00DF, "ss"), // sharp s
          Map.entry(0x0127, "h"), // h with stroke
          Map.entry(0x0167, "t"), // t with stroke
          Map.entry(0x014B, "n"), // eng
          Map.entry(0x0138, "k"), // kra
          Map.entry(0x0259, "e"), // schwa
          Map.entry(0x0180, "b"),
          Map.entry(0x0192, "f"),
          Map.entry(0x0268, "i"),
          Map.entry(0x0289, "u"),
          Map.entry(0x01B6, "z"),
          Map.entry(0x023C, "c"),
          Map.entry(0x0247, "e"),
          Map.entry(0x0249, "j"),
          Map.entry(0x024D, "r"),
          Map.entry(0x024F, "y"),
          Map.entry(0x0491, "\u0433"), // ge with upturn
          Map.entry(0x06A9, "\u0643"), // keheh
          Map.entry(0x06CC, "\u064A"), // Farsi yeh
          Map.entry(0x0649, "\u064A"), // alef maksura
          Map.entry(0x0629, "\u0647"), // teh marbuta
          Map.entry(0x0640, "")); // tatweel

  private Folding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(Text.limitMarks(text), Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !isDropped(c))
        .forEach(c -> append(folded, c));
    return folded.toString().strip();
  }

  private static void append(StringBuilder folded, int c) {
    int lower = Character.toLowerCase(Character.toUpperCase(c));
    String letter = LETTERS.get(lower);
    if (letter == null) {
      folded.appendCodePoint(lower);
    } else {
      folded.append(letter);
    }
  }

  /** Accents on letters of any script, and the points of Hebrew and Arabic. */
  private static boolean isDropped(int c) {
    int type = Character.getType(c);
    if (type == Character.FORMAT) {
      return true;
    }
    if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    boolean voiced = c == 0x3099 || c == 0x309A;
    return (script == UnicodeScript.INHERITED && !voiced)
        || script == UnicodeScript.HEBREW
        || script == UnicodeScript.ARABIC
        || script == UnicodeScript.CYRILLIC;
  }
}

package io.healthconnect.domain.doctor;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts folded text into words: letters and numbers with their marks. A change between a script
 * without spaces and any other script also ends a word.
 */
final class Words {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private Words() {}

  static List<String> in(String folded) {
    Words words = new Words();
    folded.codePoints().forEach(words::take);
    words.end();
    return words.words;
  }

  static boolean isWithoutSpaces(int c) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(c)) || c == 0x30FC;
  }

  private void take(int c) {
    boolean mark = isMark(c);
    if (!mark && !Character.isLetterOrDigit(c) && Character.getType(c) != Character.LETTER_NUMBER) {
      end();
      return;
    }
    if (mark && word.isEmpty()) {
      return;
    }
    if (!mark && !word.isEmpty() && isWithoutSpaces(word.codePointAt(0)) != isWithoutSpaces(c)) {
      end();
    }
    word.appendCodePoint(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private void end() {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}

package io.healthconnect.domain.doctor;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** How text is cut into words for searching, the same way in every store. */
public final class SearchWords {
  private static final int MAX_WORDS = 12;
  private static final int SORT_KEY_LENGTH = 200;

  private SearchWords() {}

  /** Lower case, without accents; for comparing and for ordering by name. */
  public static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT).strip();
  }

  /** What a name is ordered by: folded, and cut so that it fits into a cursor. */
  public static String sortKey(String name) {
    String folded = fold(name);
    if (folded.length() <= SORT_KEY_LENGTH) {
      return folded;
    }
    boolean half = Character.isHighSurrogate(folded.charAt(SORT_KEY_LENGTH - 1));
    return folded.substring(0, half ? SORT_KEY_LENGTH - 1 : SORT_KEY_LENGTH);
  }

  /** The distinct words of the text, folded; at most 12 of at most 40 characters. */
  public static Set<String> of(String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      for (String word : fold(text).split("[^\\p{L}\\p{N}]+")) {
        if (!word.isEmpty() && words.size() < MAX_WORDS * texts.length) {
          words.add(word.length() > 40 ? word.substring(0, 40) : word);
        }
      }
    }
    return words;
  }
}

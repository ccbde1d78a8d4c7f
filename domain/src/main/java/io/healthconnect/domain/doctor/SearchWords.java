package io.healthconnect.domain.doctor;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** How text is cut into words for searching, the same way in every store. */
public final class SearchWords {
  private static final int MAX_WORDS = 12;

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

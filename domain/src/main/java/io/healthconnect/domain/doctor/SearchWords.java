package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Text;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Cuts text into words for searching, in the same way for every store. */
public final class SearchWords {
  private static final int MAX_WORDS = 12;
  private static final int MAX_STORED_WORDS = 60;
  private static final int MAX_LENGTH = 40;
  private static final int SORT_KEY_LENGTH = 200;

  /** No stored word begins with this. */
  private static final String NOTHING = "-";

  private SearchWords() {}

  /**
   * The text without case, accents and variants of letters, for comparing and for sorting by name.
   */
  public static String fold(String text) {
    return Folding.fold(text);
  }

  /** The sort key of a name: folded, and truncated so that it fits into a cursor. */
  public static String sortKey(String name) {
    return cut(fold(name), SORT_KEY_LENGTH);
  }

  /**
   * The distinct words of a search, folded; at most 12, of at most 40 characters each. For a
   * visible text without a word, such as "---", a word that matches nothing.
   */
  public static Set<String> of(String text) {
    if (!Text.showsSomething(text)) {
      return Set.of();
    }
    Set<String> words = new LinkedHashSet<>();
    for (String word : Words.in(fold(text))) {
      if (words.size() < MAX_WORDS) {
        words.add(cut(word, MAX_LENGTH));
      }
    }
    return words.isEmpty() ? Set.of(NOTHING) : words;
  }

  /** The distinct words of all these texts, as of a search for them together. */
  public static Set<String> ofAll(Collection<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> words.addAll(of(text)));
    return words;
  }

  /**
   * For each word of a search, the beginnings by which it finds doctors: the word itself, which
   * comes first, and those of the names of specialties that the word means.
   */
  public static List<Set<String>> beginnings(Collection<String> texts) {
    return ofAll(texts).stream().map(SearchWords::beginnings).toList();
  }

  private static Set<String> beginnings(String word) {
    Set<String> beginnings = new LinkedHashSet<>(Set.of(word));
    beginnings.addAll(Specialty.beginnings(word));
    return beginnings;
  }

  /** Words, as they are spelled, by which people look for specialties whose names differ. */
  public static Collection<String> ofSpecialties() {
    return Specialty.words();
  }

  /**
   * The words that a store keeps for these texts: a search finds a text when each of its words is
   * the beginning of one of them. In a script without spaces, such as Han, every suffix of a word
   * is a word too. At most 60 for each text.
   */
  public static Set<String> stored(String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      int most = words.size() + MAX_STORED_WORDS;
      for (String word : Words.in(fold(text))) {
        for (String ending : endings(word)) {
          if (words.size() < most) {
            words.add(cut(ending, MAX_LENGTH));
          }
        }
      }
    }
    return words;
  }

  private static List<String> endings(String word) {
    if (!Words.isWithoutSpaces(word.codePointAt(0))) {
      return List.of(word);
    }
    return IntStream.range(0, word.length())
        .filter(i -> Character.isLetterOrDigit(word.codePointAt(i)))
        .filter(i -> !Character.isLowSurrogate(word.charAt(i)))
        .mapToObj(word::substring)
        .toList();
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, half ? length - 1 : length);
  }
}

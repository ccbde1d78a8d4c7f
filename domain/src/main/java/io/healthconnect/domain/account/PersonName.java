package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person's name as others see it: one line of at most 100 characters, at least one of them
 * visible.
 */
public record PersonName(String value) {
  private static final int MAX_LENGTH = 100;
  private static final String REST = "\u2026";

  /** Titles that are also written without a dot. */
  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "dra",
          "prof",
          "profa",
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "sir",
          "dame",
          "sr",
          "sra",
          "srta",
          "don",
          "do\u00F1a",
          "herr",
          "frau",
          "m",
          "mme",
          "mlle",
          "me",
          "doctor",
          "doctora",
          "professor",
          "dott",
          "dottssa",
          "ing",
          "lic",
          "rev",
          "hr",
          "fr",
          "pr");

  /** Scripts that write a name as one word, family name first. */
  private static final Set<UnicodeScript> ONE_WORD =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.BOPOMOFO);

  /** Stands for everybody whose account was erased. */
  public static final PersonName FORMER = new PersonName("Former user");

  public PersonName {
    value = Text.line("name", value, MAX_LENGTH);
  }

  /**
   * Restores a name from the store. A name without visible characters, from before today's rules,
   * becomes a dash.
   */
  public static PersonName restore(String stored) {
    try {
      return new PersonName(stored);
    } catch (InvalidValueException e) {
      return new PersonName("\u2014");
    }
  }

  /**
   * What strangers see under a review: the first word after any titles, such as "Ann" of "Dr. Ann
   * Lee" and of "Lee, Ann". Where that could be the family name or the whole name ("Dr. Lee",
   * "王小明"), only its first character. {@link #FORMER} is no name, and stays whole.
   */
  public String first() {
    if (equals(FORMER)) {
      return value;
    }
    List<String> words = new ArrayList<>(List.of(givenPart().split("[ \u00B7\u30FB]+")));
    int count = words.size();
    words.removeIf(PersonName::isTitle);
    if (words.isEmpty()) {
      return initial(value);
    }
    String word = words.get(0);
    boolean titled = words.size() < count;
    boolean whole = words.size() == 1 && (titled || isOneWord(word));
    return whole ? initial(word) : word;
  }

  /** Of "Lee, Ann" the part after the comma; of "Ann Lee, MD" the part before it. */
  private String givenPart() {
    int comma = value.indexOf(", ");
    if (comma < 0) {
      return value;
    }
    String family = value.substring(0, comma);
    return family.indexOf(' ') < 0 ? value.substring(comma + 2) : family;
  }

  /** Whether the word is a title. Abbreviations of one letter are initials and are kept. */
  private static boolean isTitle(String word) {
    String letters = word.replace(".", "").toLowerCase(Locale.ROOT);
    boolean abbreviated = word.endsWith(".") && letters.codePointCount(0, letters.length()) > 1;
    return abbreviated || (letters.length() > 1 && TITLES.contains(letters));
  }

  private static boolean isOneWord(String word) {
    return ONE_WORD.contains(UnicodeScript.of(word.codePointAt(0)));
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)) + REST;
  }
}

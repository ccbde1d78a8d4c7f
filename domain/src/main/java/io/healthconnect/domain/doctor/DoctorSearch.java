package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.PageRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Selects and orders doctors.
 *
 * @param words of each, one of its {@linkplain SearchWords#beginnings beginnings} must be that of a
 *     word of the name, specialization or qualification, compared as described in {@link
 *     SearchWords}; in the order given
 * @param specialization the exact specialization, except for case and accents
 * @param language one of the doctor's languages
 */
public record DoctorSearch(
    Set<String> words,
    Optional<String> specialization,
    Optional<Language> language,
    int minExperience,
    double minRating,
    Sort sort,
    PageRequest page) {

  public DoctorSearch {
    words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }

  /** A search for doctors of any language. */
  public DoctorSearch(
      Set<String> words,
      Optional<String> specialization,
      int minExperience,
      double minRating,
      Sort sort,
      PageRequest page) {
    this(words, specialization, Optional.empty(), minExperience, minRating, sort, page);
  }

  /** The same search for doctors who speak a language. */
  public DoctorSearch withLanguage(Language spoken) {
    return new DoctorSearch(
        words, specialization, Optional.of(spoken), minExperience, minRating, sort, page);
  }

  /** The same search for other words. */
  public DoctorSearch withWords(Set<String> others) {
    return new DoctorSearch(others, specialization, language, minExperience, minRating, sort, page);
  }

  /** The same search for another page. */
  public DoctorSearch withPage(PageRequest other) {
    return new DoctorSearch(words, specialization, language, minExperience, minRating, sort, other);
  }

  /** A search for nothing but a word, by name. */
  public static DoctorSearch ofWord(String word) {
    return new DoctorSearch(Set.of(word), Optional.empty(), 0, 0, Sort.NAME, PageRequest.first(1));
  }

  /** Sort orders; ties are broken by id in the end. */
  public enum Sort {
    NAME("name"),
    /** Best first; doctors without ratings last. */
    RATING("rating"),
    /** Longest first. */
    EXPERIENCE("experience"),
    /**
     * Who is free first, as the store last knew ({@link NextFree}); doctors without a free time
     * last. Ties are broken by name.
     */
    SOONEST("soonest");

    private final String code;

    Sort(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Sort parse(String text) {
      for (Sort sort : values()) {
        if (sort.code.equals(text)) {
          return sort;
        }
      }
      throw new InvalidValueException(
          "sort", "must be name, rating, experience or soonest", Code.UNKNOWN_VALUE);
    }
  }
}

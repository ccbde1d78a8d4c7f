package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.PageRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Selects and orders doctors.
 *
 * @param words each must be the beginning of a word of the name, specialization or qualification,
 *     compared as described in {@link SearchWords}
 * @param specialization the exact specialization, except for case and accents
 */
public record DoctorSearch(
    Set<String> words,
    Optional<String> specialization,
    int minExperience,
    double minRating,
    Sort sort,
    PageRequest page) {

  public DoctorSearch {
    words = Set.copyOf(words);
  }

  /** Sort orders; ties are broken by id. */
  public enum Sort {
    NAME("name"),
    /** Best first; doctors without ratings last. */
    RATING("rating"),
    /** Longest first. */
    EXPERIENCE("experience");

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
          "sort", "must be name, rating or experience", Code.UNKNOWN_VALUE);
    }
  }
}

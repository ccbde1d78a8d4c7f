package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which condition of a search is met by so few doctors that it costs less to read and sort them
 * than to walk an order until enough of them have been found. Otherwise enough are found soon.
 *
 * @param word the beginnings of the word, if it is one
 */
record FewDoctors(Condition condition, Optional<String> word) {
  private static final int MOST = 1_000;
  private static final Comparator<Set<String>> RAREST_FIRST =
      Comparator.comparingInt(FewDoctors::shortest).reversed();

  private static final String WITH_WORD =
      """
      SELECT count(*) AS doctors FROM (
        SELECT 1 FROM json_each(?1) beginning CROSS JOIN doctor_search_word
        WHERE word >= beginning.value AND word < beginning.value || char(1114111) LIMIT ?2)
      """;

  private static final String EXPERIENCED =
      """
      SELECT count(*) AS doctors FROM (
        SELECT 1 FROM doctor INDEXED BY doctor_by_experience
        WHERE listed = 1 AND experience >= ?1 LIMIT ?2)
      """;

  private static final String RATED =
      """
      SELECT count(*) AS doctors FROM (
        SELECT 1 FROM doctor INDEXED BY doctor_by_rating
        WHERE listed = 1 AND rating_average >= ?1 LIMIT ?2)
      """;

  /** What few doctors meet. */
  enum Condition {
    NONE,
    WORD,
    EXPERIENCE,
    RATING
  }

  /**
   * The first condition that is met by few. A word whose shortest beginning is long comes first, as
   * probably the fewest doctors have it.
   *
   * @param words the beginnings of each word
   * @param minRating in hundredths
   */
  static FewDoctors of(Sql sql, DoctorSearch search, List<Set<String>> words, long minRating)
      throws SQLException {
    for (Set<String> word : words.stream().sorted(RAREST_FIRST).toList()) {
      String beginnings = Sql.array(word);
      if (areFew(sql, WITH_WORD, beginnings)) {
        return new FewDoctors(Condition.WORD, Optional.of(beginnings));
      }
    }
    if (search.minExperience() > 0 && areFew(sql, EXPERIENCED, search.minExperience())) {
      return new FewDoctors(Condition.EXPERIENCE, Optional.empty());
    }
    if (minRating > 0 && areFew(sql, RATED, minRating)) {
      return new FewDoctors(Condition.RATING, Optional.empty());
    }
    return new FewDoctors(Condition.NONE, Optional.empty());
  }

  /**
   * The condition by which to count, which has no order: a word even if many doctors have it. A
   * walk would read everybody before those with the word, who are side by side in the order of
   * names if it is a name. The doctors of one specialization may be fewer, and are walked.
   */
  static FewDoctors toCount(Sql sql, DoctorSearch search, List<Set<String>> words, long minRating)
      throws SQLException {
    FewDoctors few = of(sql, search, words, minRating);
    return few.condition() != Condition.NONE || search.specialization().isPresent()
        ? few
        : words.stream()
            .min(RAREST_FIRST)
            .map(word -> new FewDoctors(Condition.WORD, Optional.of(Sql.array(word))))
            .orElse(few);
  }

  private static int shortest(Set<String> beginnings) {
    return beginnings.stream().mapToInt(String::length).min().orElseThrow();
  }

  private static boolean areFew(Sql sql, String query, Object value) throws SQLException {
    return sql.one(query, row -> row.number("doctors"), value, MOST).orElseThrow() < MOST;
  }
}

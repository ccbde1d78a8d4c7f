package io.healthconnect.mongo.doctor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.mongo.search.ShownDoctors;
import io.healthconnect.mongo.search.WordFilters;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Finds a condition of a search that is met by so few doctors that it costs less to read and sort
 * them than to walk an order until enough of them have been found. Otherwise enough are found soon.
 */
final class FewDoctors {
  private static final int MOST = 500;
  private static final String WORDS = "words";

  private FewDoctors() {}

  /**
   * The index by which to search: that of the first condition that is met by few, or the one that
   * the search walks.
   */
  static String index(MongoCollection<Document> doctors, DoctorSearch search) {
    return few(doctors, search).orElseGet(() -> Directory.index(search));
  }

  /**
   * The index by which to count, which has no order. A walk would read everybody before those with
   * a word, who are side by side in the order of names if it is a name. The doctors of one
   * specialization may be fewer, and are walked.
   */
  static String indexToCount(MongoCollection<Document> doctors, DoctorSearch search) {
    return few(doctors, search)
        .orElseGet(
            () ->
                search.words().isEmpty() || search.specialization().isPresent()
                    ? Directory.index(search)
                    : WORDS);
  }

  private static Optional<String> few(MongoCollection<Document> doctors, DoctorSearch search) {
    for (Bson word : WordFilters.ofDoctors(search.words())) {
      if (areFew(doctors, word, WORDS)) {
        return Optional.of(WORDS);
      }
    }
    if (search.minExperience() > 0
        && areFew(
            doctors,
            shown(Filters.gte("experience", search.minExperience())),
            "shownByExperience")) {
      return Optional.of("shownByExperience");
    }
    if (search.minRating() > 0
        && areFew(
            doctors,
            shown(Filters.gte("rating.hundredths", Directory.minRating(search))),
            "shownByRating")) {
      return Optional.of("shownByRating");
    }
    return Optional.empty();
  }

  private static Bson shown(Bson condition) {
    return Filters.and(ShownDoctors.shown(), condition);
  }

  private static boolean areFew(MongoCollection<Document> doctors, Bson condition, String index) {
    CountOptions options = new CountOptions().limit(MOST).hintString(index);
    return doctors.countDocuments(condition, options) < MOST;
  }
}

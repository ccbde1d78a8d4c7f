package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches doctors: walks the index of the wanted order from the cursor on, and looks each doctor's
 * words up.
 */
final class Directory {
  /** ?1: words as JSON. A doctor matches when no word is without one that begins with it. */
  private static final String MATCHES =
      """
       AND (?2 IS NULL OR specialization_folded = ?2) AND experience >= ?3
       AND rating_average >= ?4 AND NOT EXISTS (
         SELECT 1 FROM json_each(?1) wanted WHERE NOT EXISTS (
           SELECT 1 FROM doctor_search_word
           WHERE doctor_id = doctor.id AND word >= wanted.value
             AND word < wanted.value || char(1114111)))
      """;

  static final String BY_NAME =
      "SELECT * FROM doctor WHERE (name_folded, id) > (?5, ?6)"
          + MATCHES
          + "ORDER BY name_folded, id LIMIT ?7";

  static final String BY_RATING =
      "SELECT * FROM doctor WHERE (rating_average, rating_count, id) < (?5, ?6, ?7)"
          + MATCHES
          + "ORDER BY rating_average DESC, rating_count DESC, id DESC LIMIT ?8";

  static final String BY_EXPERIENCE =
      "SELECT * FROM doctor WHERE (experience, id) < (?5, ?6)"
          + MATCHES
          + "ORDER BY experience DESC, id DESC LIMIT ?7";

  private Directory() {}

  /** A found doctor and its place in the order. */
  private record Found(String id, Cursor place) {}

  static Page<DoctorListing> search(Sql sql, DoctorSearch search) throws SQLException {
    List<Found> found =
        switch (search.sort()) {
          case NAME -> byName(sql, search);
          case RATING -> byRating(sql, search);
          case EXPERIENCE -> byExperience(sql, search);
        };
    Page<Found> page = Cursors.page(found, search.page(), Found::place);
    List<DoctorListing> listings = listings(sql, page.items().stream().map(Found::id).toList());
    return new Page<>(listings, page.next());
  }

  /** The doctors of these identifiers, in this order. */
  static List<DoctorListing> listings(Sql sql, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    String wanted = Sql.array(ids);
    Map<String, WeeklySchedule> weeks = Schedules.weeks(sql, wanted);
    Map<String, Map<LocalDate, DayOverride>> overrides = Schedules.overrides(sql, wanted);
    Map<String, DoctorListing> listings =
        sql
            .list(
                """
                SELECT doctor.*, name, avatar FROM doctor JOIN account ON account.id = doctor.id
                WHERE doctor.id IN (SELECT value FROM json_each(?))
                """,
                row -> DoctorRows.listing(row, weeks, overrides),
                wanted)
            .stream()
            .collect(
                Collectors.toMap(listing -> listing.doctor().id().value(), Function.identity()));
    return ids.stream().flatMap(id -> Stream.ofNullable(listings.get(id))).toList();
  }

  private static List<Found> byName(Sql sql, DoctorSearch search) throws SQLException {
    return sql.list(
        BY_NAME,
        row -> found(row, row.text("name_folded")),
        words(search),
        specialization(search),
        search.minExperience(),
        minRating(search),
        search.page().after().map(Cursor::key).orElse(""),
        Cursors.id(search.page(), false),
        search.page().limit() + 1);
  }

  private static List<Found> byRating(Sql sql, DoctorSearch search) throws SQLException {
    String[] key = search.page().after().map(Cursor::key).orElse(TOP_RATING).split(":", -1);
    if (key.length != 2) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
    return sql.list(
        BY_RATING,
        row -> found(row, row.number("rating_average") + ":" + row.number("rating_count")),
        words(search),
        specialization(search),
        search.minExperience(),
        minRating(search),
        Cursors.number(key[0]),
        Cursors.number(key[1]),
        Cursors.id(search.page(), true),
        search.page().limit() + 1);
  }

  private static List<Found> byExperience(Sql sql, DoctorSearch search) throws SQLException {
    return sql.list(
        BY_EXPERIENCE,
        row -> found(row, Long.toString(row.number("experience"))),
        words(search),
        specialization(search),
        search.minExperience(),
        minRating(search),
        Cursors.number(search.page(), true),
        Cursors.id(search.page(), true),
        search.page().limit() + 1);
  }

  private static final String TOP_RATING = Integer.MAX_VALUE + ":" + Integer.MAX_VALUE;

  private static Found found(Row row, String key) throws SQLException {
    String id = row.text("id");
    return new Found(id, new Cursor(key, id));
  }

  private static String words(DoctorSearch search) {
    Set<String> words =
        search.words().stream()
            .flatMap(text -> SearchWords.of(text).stream())
            .collect(Collectors.toSet());
    return words.isEmpty() ? "[]" : Sql.array(words);
  }

  private static Optional<String> specialization(DoctorSearch search) {
    return search.specialization().map(SearchWords::fold);
  }

  /** In hundredths; a little less, so that rounding in binary does no harm. */
  private static long minRating(DoctorSearch search) {
    return (long) Math.ceil(search.minRating() * 100 - 1e-6);
  }
}

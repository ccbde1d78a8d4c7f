package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches doctors. A search walks the index of the requested order from the cursor, and leaves out
 * who does not match; but if {@linkplain FewDoctors few} doctors meet one of its conditions, it
 * reads those and sorts them.
 */
final class Directory {
  /** ?6: the language, or null for any. */
  private static final String SPEAKING =
      " AND (?6 IS NULL OR EXISTS (SELECT 1 FROM doctor_of_language spoken"
          + " WHERE spoken.id = doctor.id AND spoken.language = ?6))";

  /**
   * ?1: the beginnings of each word, as JSON. A doctor matches when for each word, one of its
   * beginnings is that of one of the doctor's words.
   */
  private static final String HAS_WORDS =
      """
       AND NOT EXISTS (
        SELECT 1 FROM json_each(?1) wanted WHERE NOT EXISTS (
          SELECT 1 FROM json_each(wanted.value) beginning CROSS JOIN doctor_search_word
          WHERE doctor_id = doctor.id AND word >= beginning.value
            AND word < beginning.value || char(1114111)))
      """;

  private static final String LISTED =
      " WHERE listed = 1 AND experience >= ?3 AND rating_average >= ?4";

  // Names the index explicitly: the planner would take that of another order, or of all doctors
  // for those of one specialization, where a minimum bounds it.
  private static final String ALL = "SELECT * FROM doctor INDEXED BY doctor_by_";

  private static final String OF_SPECIALIZATION = "SELECT * FROM doctor INDEXED BY specialist_by_";

  private static final String OF_LANGUAGE =
      "SELECT * FROM doctor_of_language INDEXED BY speaker_by_";

  private static final String SPECIALIZED = LISTED + " AND specialization_folded = ?2";

  private static final String MATCHES =
      LISTED + " AND (?2 IS NULL OR specialization_folded = ?2)" + HAS_WORDS + SPEAKING;

  /** ?5: the beginnings of a word that few doctors have, or that is counted. */
  private static final String WITH_WORD =
      """
      SELECT doctor.* FROM (
        SELECT DISTINCT doctor_id FROM json_each(?5) beginning
        CROSS JOIN doctor_search_word
        WHERE word >= beginning.value AND word < beginning.value || char(1114111)) found
      CROSS JOIN doctor ON doctor.id = found.doctor_id
      """
          + MATCHES;

  private static final String EXPERIENCED =
      "SELECT * FROM doctor INDEXED BY doctor_by_experience" + MATCHES;

  private static final String RATED = "SELECT * FROM doctor INDEXED BY doctor_by_rating" + MATCHES;

  private static final String NAME =
      " AND (name_folded, id) > (?7, ?8) ORDER BY name_folded, id LIMIT ?9";

  private static final String RATING =
      " AND (rating_average, rating_count, id) < (?7, ?8, ?9)"
          + " ORDER BY rating_average DESC, rating_count DESC, id DESC LIMIT ?10";

  private static final String EXPERIENCE =
      " AND (experience, id) < (?7, ?8) ORDER BY experience DESC, id DESC LIMIT ?9";

  private static final String SOONEST =
      " AND (next_free_at, name_folded, id) > (?7, ?8, ?9)"
          + " ORDER BY next_free_at, name_folded, id LIMIT ?10";

  /** Where the order by the next free time begins. */
  private static final String EARLIEST = "-1:";

  /** Where the order by rating begins. */
  private static final String TOP_RATING = Integer.MAX_VALUE + ":" + Integer.MAX_VALUE;

  private static final String COUNT = "SELECT count(*) AS matches FROM (";

  private static final String AT_MOST = " LIMIT ?7)";

  private static final Order COUNTED = new Order(COUNT, "name", AT_MOST);
  private static final Order BY_NAME = new Order("", "name", NAME);
  private static final Order BY_RATING = new Order("", "rating", RATING);
  private static final Order BY_EXPERIENCE = new Order("", "experience", EXPERIENCE);
  private static final Order BY_NEXT_FREE = new Order("", "next_free", SOONEST);

  /** The queries of one sort order, or of a count. */
  private record Order(
      String all,
      String ofSpecialization,
      String ofLanguage,
      String ofBoth,
      String allWithWords,
      String ofSpecializationWithWords,
      String withWord,
      String experienced,
      String rated) {
    Order(String before, String index, String after) {
      this(
          before + ALL + index + LISTED + after,
          before + OF_SPECIALIZATION + index + SPECIALIZED + after,
          before + OF_LANGUAGE + index + LISTED + " AND language = ?6" + after,
          before + OF_SPECIALIZATION + index + SPECIALIZED + SPEAKING + after,
          before + ALL + index + LISTED + HAS_WORDS + SPEAKING + after,
          before + OF_SPECIALIZATION + index + SPECIALIZED + HAS_WORDS + SPEAKING + after,
          before + WITH_WORD + after,
          before + EXPERIENCED + after,
          before + RATED + after);
    }

    String of(DoctorSearch search, FewDoctors few) {
      return switch (few.condition()) {
        case WORD -> withWord;
        case EXPERIENCE -> experienced;
        case RATING -> rated;
        case NONE -> walk(search);
      };
    }

    private String walk(DoctorSearch search) {
      boolean special = search.specialization().isPresent();
      if (!words(search).isEmpty()) {
        return special ? ofSpecializationWithWords : allWithWords;
      }
      if (search.language().isPresent()) {
        return special ? ofBoth : ofLanguage;
      }
      return special ? ofSpecialization : all;
    }
  }

  private Directory() {}

  /** A matching doctor and the doctor's place in the order. */
  private record Found(String id, Cursor place) {}

  static Page<DoctorListing> search(Sql sql, DoctorSearch search) throws SQLException {
    List<Found> found =
        switch (search.sort()) {
          case NAME -> byName(sql, search);
          case RATING -> byRating(sql, search);
          case EXPERIENCE -> byExperience(sql, search);
          case SOONEST -> bySoonest(sql, search);
        };
    Page<Found> page = Page.of(found, search.page(), Found::place);
    List<DoctorListing> listings = listings(sql, page.items().stream().map(Found::id).toList());
    return new Page<>(listings, page.next());
  }

  static int count(Sql sql, DoctorSearch search, int most) throws SQLException {
    FewDoctors few = FewDoctors.toCount(sql, search, words(search), minRating(search));
    return sql.one(
            COUNTED.of(search, few), row -> (int) row.number("matches"), values(search, few, most))
        .orElseThrow();
  }

  /** The doctors with these identifiers, in this order. */
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
                row -> row.readable(each -> DoctorRows.listing(each, weeks, overrides)),
                wanted)
            .stream()
            .flatMap(Optional::stream)
            .collect(
                Collectors.toMap(listing -> listing.doctor().id().value(), Function.identity()));
    return ids.stream().flatMap(id -> Stream.ofNullable(listings.get(id))).toList();
  }

  private static List<Found> byName(Sql sql, DoctorSearch search) throws SQLException {
    return found(
        sql,
        BY_NAME,
        search,
        row -> row.text("name_folded"),
        search.page().after().map(Cursor::key).orElse(""),
        Cursors.id(search.page(), false));
  }

  private static List<Found> byRating(Sql sql, DoctorSearch search) throws SQLException {
    String[] key = key(search, TOP_RATING);
    return found(
        sql,
        BY_RATING,
        search,
        row -> row.number("rating_average") + ":" + row.number("rating_count"),
        Cursor.number(key[0]),
        Cursor.number(key[1]),
        Cursors.id(search.page(), true));
  }

  private static List<Found> byExperience(Sql sql, DoctorSearch search) throws SQLException {
    return found(
        sql,
        BY_EXPERIENCE,
        search,
        row -> Long.toString(row.number("experience")),
        Cursors.number(search.page(), true),
        Cursors.id(search.page(), true));
  }

  private static List<Found> bySoonest(Sql sql, DoctorSearch search) throws SQLException {
    String[] key = key(search, EARLIEST);
    return found(
        sql,
        BY_NEXT_FREE,
        search,
        row -> row.number("next_free_at") + ":" + row.text("name_folded"),
        Cursor.number(key[0]),
        key[1],
        Cursors.id(search.page(), false));
  }

  private static String[] key(DoctorSearch search, String first) {
    return Cursor.twoParts(search.page().after().map(Cursor::key).orElse(first));
  }

  /**
   * @param key the key of the doctor of a row
   * @param after the key and the identifier after which to begin
   */
  private static List<Found> found(
      Sql sql, Order order, DoctorSearch search, Row.Mapper<String> key, Object... after)
      throws SQLException {
    List<Object> more = new ArrayList<>(List.of(after));
    more.add(search.page().limit() + 1);
    FewDoctors few = FewDoctors.of(sql, search, words(search), minRating(search));
    return sql.list(
        order.of(search, few),
        row -> found(row, key.map(row)),
        values(search, few, more.toArray()));
  }

  /** The values of what every query begins with, and those of its end. */
  private static Object[] values(DoctorSearch search, FewDoctors few, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(all(words(search)));
    values.add(specialization(search));
    values.add(search.minExperience());
    values.add(minRating(search));
    values.add(few.word());
    values.add(search.language().map(Language::tag));
    values.addAll(List.of(more));
    return values.toArray();
  }

  private static Found found(Row row, String key) throws SQLException {
    String id = row.text("id");
    return new Found(id, new Cursor(key, id));
  }

  private static List<Set<String>> words(DoctorSearch search) {
    return SearchWords.beginnings(search.words());
  }

  private static String all(List<Set<String>> words) {
    return words.stream().map(Sql::array).collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<String> specialization(DoctorSearch search) {
    return search.specialization().map(SearchWords::fold);
  }

  /** The minimum rating in hundredths, lowered slightly so that binary rounding does no harm. */
  private static long minRating(DoctorSearch search) {
    return (long) Math.ceil(search.minRating() * 100 - 1e-6);
  }
}

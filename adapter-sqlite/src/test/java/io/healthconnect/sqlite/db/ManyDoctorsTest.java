package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.DoctorSearch.Sort;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.doctor.SqliteDoctorRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches a directory of 2,400 doctors, half of whom are called Maria: what many share is looked
 * for in the requested order, and what few have is read from its own index.
 */
final class ManyDoctorsTest {
  private static final List<String> ROWS =
      List.of(
          """
          CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (
            SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2400) SELECT i FROM n
          """,
          """
          INSERT INTO account (id, role, name, email, password_hash, created_at,
            sessions_valid_from, version)
          SELECT 'x' || i, 'doctor', 'N' || i % 50, 'x' || i || '@example.org', '', 0, 0, 1 FROM n
          """,
          """
          INSERT INTO doctor (id, specialization, specialization_folded, experience, qualification,
            about, time_zone, slot_minutes, buffer_minutes, minimum_notice_minutes, horizon_days,
            auto_confirm, name_folded, rating_sum, rating_count, rating_average, next_free_at,
            version)
          SELECT 'x' || i, iif(i % 3 = 0, 'Heart', 'Skin'), iif(i % 3 = 0, 'heart', 'skin'), i % 60,
            'MD', '', 'UTC', 30, 0, 0, 30, 0, 'n' || i % 50, i % 5 * (i % 7), i % 7, i % 5 * 100,
            i % 9 * 900000, 1
          FROM n
          """,
          "INSERT INTO doctor_search_word SELECT 'x' || i, 'maria' FROM n WHERE i % 2 = 0",
          "INSERT INTO doctor_search_word SELECT 'x' || i, 'zyxel' FROM n WHERE i % 100 = 0");

  /** Ten times as many, without words, before the others in the order of names. */
  private static final List<String> OTHERS =
      ROWS.subList(0, 3).stream()
          .map(
              row -> row.replace("'x'", "'y'").replace("'n' ||", "'a' ||").replace("2400", "24000"))
          .toList();

  @TempDir Path folder;
  private final CountedSteps counted = new CountedSteps();
  private final RecordedStatements recorded = new RecordedStatements();
  private Database database;
  private SqliteDoctorRepository doctors;

  @BeforeEach
  void open() throws SQLException {
    database =
        DatabaseFile.open(
            folder, new LocalChangeFeed(), source -> recorded.around(counted.around(source)));
    doctors = new SqliteDoctorRepository(database);
    try (Connection connection = connection()) {
      for (String row : ROWS) {
        connection.createStatement().execute(row);
      }
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
  }

  @Test
  void everySearchFindsAllWhoMatchInOrder() throws SQLException {
    for (Sort sort : Sort.values()) {
      for (Set<String> words :
          List.of(Set.<String>of(), Set.of("mar"), Set.of("zyx"), Set.of("mar", "zyx"))) {
        for (Optional<String> field : List.of(Optional.<String>empty(), Optional.of("Heart"))) {
          find(sort, words, field, 0, 0);
          find(sort, words, field, 20, 4);
          find(sort, words, field, 59, 0);
        }
      }
    }
  }

  private void find(
      Sort sort, Set<String> words, Optional<String> field, int experience, double rating)
      throws SQLException {
    DoctorSearch search =
        new DoctorSearch(words, field, experience, rating, sort, PageRequest.first(50));
    List<String> found = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      Page<DoctorListing> page =
          doctors.search(
              new DoctorSearch(words, field, experience, rating, sort, new PageRequest(100, next)));
      page.items().forEach(listing -> found.add(listing.doctor().id().value()));
      next = page.next();
    } while (next.isPresent());
    List<String> expected = expected(search);
    assertEquals(expected, found, search.toString());
    assertEquals(Math.min(100, expected.size()), doctors.count(search, 100), search.toString());
  }

  /** As the database finds them without any of the indexes. */
  private List<String> expected(DoctorSearch search) throws SQLException {
    StringBuilder query =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "SELECT id FROM doctor NOT INDEXED WHERE experience >= %d AND rating_average >= %d",
                search.minExperience(),
                Math.round(100 * search.minRating())));
    search
        .specialization()
        .ifPresent(field -> query.append(" AND specialization = '" + field + "'"));
    for (String word : search.words()) {
      query.append(
          " AND id IN (SELECT doctor_id FROM doctor_search_word WHERE word LIKE '" + word + "%')");
    }
    query.append(
        switch (search.sort()) {
          case NAME -> " ORDER BY name_folded, id";
          case RATING -> " ORDER BY rating_average DESC, rating_count DESC, id DESC";
          case EXPERIENCE -> " ORDER BY experience DESC, id DESC";
          case SOONEST -> " ORDER BY next_free_at, name_folded, id";
        });
    try (Connection connection = connection()) {
      return new Sql(new Statements(connection)).list(query.toString(), row -> row.text("id"));
    }
  }

  @Test
  void whatManyHaveIsLookedForInTheRequestedOrder() throws SQLException {
    String listed = "SEARCH doctor USING INDEX doctor_by_%s (listed=? AND ";
    String special =
        "SEARCH doctor USING INDEX specialist_by_%s (listed=? AND specialization_folded=? AND ";
    for (Sort sort : Sort.values()) {
      String index = sort == Sort.SOONEST ? "next_free" : sort.name().toLowerCase(Locale.ROOT);
      String keys =
          switch (sort) {
            case NAME -> "(name_folded,id)>(?,?))";
            case RATING -> "(rating_average,rating_count,id)<(?,?,?))";
            case EXPERIENCE -> "(experience,id)<(?,?))";
            case SOONEST -> "(next_free_at,name_folded,id)>(?,?,?))";
          };
      assertPlan(
          listed.formatted(index),
          keys,
          new DoctorSearch(Set.of("mar"), Optional.empty(), 20, 2, sort, PageRequest.first(20)));
      assertPlan(
          special.formatted(index),
          keys,
          new DoctorSearch(
              Set.of("mar"), Optional.of("Heart"), 20, 2, sort, PageRequest.first(20)));
    }
  }

  @Test
  void whatFewHaveIsReadFromItsIndex() throws SQLException {
    PageRequest first = PageRequest.first(20);
    assertPlan(
        "SEARCH doctor USING INDEX doctor_by_experience (listed=? AND experience>?)",
        "",
        new DoctorSearch(Set.of("mar"), Optional.empty(), 59, 0, Sort.NAME, first));
    assertPlan(
        "SEARCH doctor USING INDEX doctor_by_rating (listed=? AND rating_average>?)",
        "",
        new DoctorSearch(Set.of("mar"), Optional.empty(), 0, 4, Sort.NAME, first));
    assertPlan(
        "SEARCH doctor_search_word USING COVERING INDEX doctor_by_word (word>? AND word<?)",
        "",
        new DoctorSearch(Set.of("mar", "zyxel"), Optional.empty(), 0, 0, Sort.NAME, first));
  }

  /** However many have none of the words, and whatever the order of names. */
  @Test
  void whatManyHaveIsCountedInTheIndexOfWords() throws SQLException {
    DoctorSearch search = DoctorSearch.ofWord("mar");
    assertEquals(100, doctors.count(search, 100));
    long few = counted.of(() -> doctors.count(search, 100));
    try (Connection connection = connection()) {
      for (String text : recorded.texts()) {
        if (text.contains("AS matches")) {
          List<String> plan = RecordedStatements.plan(connection, text);
          String words = "SEARCH doctor_search_word USING COVERING INDEX doctor_by_word (word>? ";
          assertTrue(plan.stream().anyMatch(each -> each.startsWith(words)), plan::toString);
        }
      }
      for (String row : OTHERS) {
        connection.createStatement().execute(row);
      }
    }
    assertEquals(few, counted.of(() -> doctors.count(search, 100)));
  }

  /**
   * Of the statements that the search is the first to execute.
   *
   * @param step how one of them begins
   * @param keys what it has too, and then it sorts nothing; empty if few match, who are sorted
   */
  private void assertPlan(String step, String keys, DoctorSearch search) throws SQLException {
    Set<String> before = recorded.texts();
    doctors.search(search);
    List<String> plans = new ArrayList<>();
    try (Connection connection = connection()) {
      for (String text : recorded.texts()) {
        if (text.contains("ORDER BY") && !before.contains(text)) {
          plans.addAll(RecordedStatements.plan(connection, text));
        }
      }
    }
    assertTrue(
        plans.stream().anyMatch(each -> each.startsWith(step) && each.contains(keys)),
        plans::toString);
    boolean sorted = plans.stream().anyMatch(each -> each.contains("TEMP B-TREE FOR ORDER BY"));
    assertEquals(keys.isEmpty(), sorted, plans::toString);
  }
}

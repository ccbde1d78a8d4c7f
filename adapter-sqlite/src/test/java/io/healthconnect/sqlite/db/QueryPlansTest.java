package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.account.SqliteSessionRepository;
import io.healthconnect.sqlite.appointment.SqliteAppointmentRepository;
import io.healthconnect.sqlite.call.SqliteLiveCalls;
import io.healthconnect.sqlite.doctor.SqliteDoctorRepository;
import io.healthconnect.sqlite.media.SqliteMediaRepository;
import io.healthconnect.sqlite.message.SqliteMessageRepository;
import io.healthconnect.sqlite.patient.SqlitePatientRepository;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.store.StoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the contracts once more and asks SQLite how it would run each statement that they lead to:
 * none may read a whole table, and none with a limit may sort, because then a page would cost as
 * much as everything before and after it.
 */
final class QueryPlansTest implements StoreContract {
  /**
   * Lists that were passed in, results of other steps, and tables that are wanted whole: there is
   * one row a specialization, and one a live call at the start.
   */
  private static final Pattern FINE =
      Pattern.compile(
          "SCAN ((json_each|wanted|found|CONSTANT ROW|\\(subquery).*|specialization|kept_call)");

  private static final Set<AppointmentStatus> ALL_STATUSES = EnumSet.allOf(AppointmentStatus.class);

  @TempDir Path folder;
  private final RecordedStatements recorded = new RecordedStatements();
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private Database database;

  @BeforeEach
  void open() {
    database = DatabaseFile.open(folder, feed, recorded::around);
  }

  @AfterEach
  void noStatementReadsAWholeTable() throws SQLException {
    database.close();
    List<String> offences = new ArrayList<>();
    for (String statement : recorded.texts()) {
      offences.addAll(offences(statement));
    }
    assertEquals(List.of(), offences);
  }

  @Test
  void everyFilterOfAPersonsVisitsUsesAnIndex() {
    People.add(stores(), "d1", "p1");
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    for (String person : List.of("d1", "p1")) {
      for (Set<AppointmentStatus> statuses : List.of(Set.<AppointmentStatus>of(), ALL_STATUSES)) {
        for (Optional<Instant> edge : List.of(Optional.<Instant>empty(), Optional.of(noon))) {
          for (boolean descending : List.of(false, true)) {
            list(person, statuses, edge, Optional.empty(), descending);
            list(person, statuses, Optional.empty(), edge, descending);
            list(person, statuses, edge, edge, descending);
          }
        }
      }
    }
    assertEquals(8, recorded.texts().stream().filter(text -> text.contains("AS place")).count());
  }

  @Test
  void everySearchOfTheDirectoryUsesAnIndex() {
    for (DoctorSearch.Sort sort : DoctorSearch.Sort.values()) {
      for (Set<String> words : List.of(Set.<String>of(), Set.of("an", "rao"))) {
        for (Optional<String> field : List.of(Optional.<String>empty(), Optional.of("Heart"))) {
          PageRequest page = PageRequest.first(20);
          stores().doctors().search(new DoctorSearch(words, field, 3, 4, sort, page));
        }
      }
    }
    assertEquals(9, recorded.texts().stream().filter(text -> text.contains("LIMIT")).count());
  }

  @Test
  void callsUseIndexes() {
    People.add(stores(), "d1", "p1");
    AccountId doctor = new AccountId("d1");
    SqliteLiveCalls calls = new SqliteLiveCalls(database, feed, Instant.EPOCH);
    RingingCall call =
        CallFixtures.ringing(new CallId("1"), doctor, new AccountId("p1"), Optional.empty());
    DeviceId device = CallFixtures.deviceOf(new AccountId("p1"));
    calls.open(call, List.of());
    calls.change(
        call.id(),
        live -> live.answer(new AccountId("p1"), device, CallFixtures.OFFER, CallFixtures.NOW));
    calls.change(call.id(), live -> live.end(new AccountId("p1"), device, CallFixtures.NOW));
    assertEquals(1, calls.log(doctor, PageRequest.first(20)).items().size());
  }

  @Test
  void aScanAndASortOfAPageAreFound() throws SQLException {
    assertEquals(1, offences("SELECT * FROM appointment WHERE reason = ?").size());
    assertEquals(1, offences("DELETE FROM message WHERE created_at < ?").size());
    assertEquals(
        1,
        offences("SELECT * FROM session WHERE account_id = ? ORDER BY expires_at LIMIT ?").size());
    assertEquals(List.of(), offences("SELECT * FROM session WHERE account_id = ?"));
  }

  private List<String> offences(String statement) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"))) {
      return RecordedStatements.plan(connection, statement).stream()
          .filter(step -> isOffence(statement, step))
          .map(step -> step + " in " + statement)
          .toList();
    }
  }

  private static boolean isOffence(String statement, String step) {
    boolean scan = step.startsWith("SCAN") && !FINE.matcher(step).matches();
    int order = statement.lastIndexOf("ORDER BY");
    boolean page = order >= 0 && statement.indexOf("LIMIT", order) >= 0;
    // What has a word is not in the wanted order; it is sorted, not the whole directory.
    boolean found = statement.contains("doctor_search_word");
    boolean sort = step.contains("TEMP B-TREE FOR") && step.contains("ORDER BY");
    return scan || (sort && page && !found) || step.contains("AUTOMATIC");
  }

  private void list(
      String person,
      Set<AppointmentStatus> statuses,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean descending) {
    stores()
        .appointments()
        .list(
            new AppointmentQuery(
                new AccountId(person),
                Optional.empty(),
                statuses,
                from,
                to,
                descending,
                PageRequest.first(20)));
  }

  @Override
  public Stores stores() {
    return new Stores(
        new SqliteAccountRepository(database),
        new SqliteSessionRepository(database),
        new SqliteDoctorRepository(database),
        new SqlitePatientRepository(database),
        new SqliteAppointmentRepository(database),
        new SqliteMessageRepository(database),
        new SqliteMediaRepository(database),
        feed);
  }
}

package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.sqlite.appointment.PatientsOfDisabled;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.notice.SqliteNoticeRepository;
import io.healthconnect.sqlite.outbox.SqliteOutbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the senders of notices do every few seconds is the same work with a thousand visits and with
 * a million.
 */
final class NoticeWorkTest {
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int BATCH = 10;
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant FAR = NOW.plus(Duration.ofDays(36_500));

  @TempDir Path folder;
  private final CountedSteps steps = new CountedSteps();
  private final RecordedStatements recorded = new RecordedStatements();
  private Database database;

  @BeforeEach
  void open() {
    database =
        DatabaseFile.open(
            folder, new LocalChangeFeed(), source -> recorded.around(steps.around(source)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private long stepsOf(Runnable work) {
    return steps.of(work);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
  }

  /** One a minute from now on. */
  private void fill(String insert, int first, int last) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                insert.formatted(
                    """
                    WITH RECURSIVE visit (n) AS
                      (SELECT ? UNION ALL SELECT n + 1 FROM visit WHERE n < ?),
                    due (n, at) AS (SELECT n, ? + 60000 * n FROM visit)
                    """))) {
      statement.setInt(1, first);
      statement.setInt(2, last);
      statement.setLong(3, NOW.toEpochMilli());
      assertEquals(last - first + 1, statement.executeUpdate());
    }
  }

  private void remindOf(int first, int last) throws SQLException {
    fill(
        """
        INSERT INTO reminder (appointment_id, account_id, due_at)
        %s SELECT 'v' || n, 'p' || n %% 1000, at FROM due
        """,
        first, last);
  }

  private void queue(int first, int last) throws SQLException {
    fill(
        """
        INSERT INTO outbox (id, account_id, seq, kind, at, tries, due_at)
        %s SELECT 'p' || n || ':1', 'p' || n, 1, 'visit_confirmed', at, 0, at FROM due
        """,
        first, last);
  }

  private static Instant minute(int number) {
    return NOW.plus(Duration.ofMinutes(number));
  }

  @Test
  void remindersThatAreNotDueCostNothing() throws SQLException {
    SqliteNoticeRepository notices = new SqliteNoticeRepository(database);
    remindOf(1, FEW);
    assertEquals(BATCH, notices.remind(minute(BATCH), BATCH));
    long none = stepsOf(() -> assertEquals(0, notices.remind(minute(BATCH), BATCH)));
    long some = stepsOf(() -> assertEquals(BATCH, notices.remind(minute(2 * BATCH), BATCH)));
    remindOf(FEW + 1, MANY);
    assertEquals(none, stepsOf(() -> assertEquals(0, notices.remind(minute(2 * BATCH), BATCH))));
    assertEquals(
        some, stepsOf(() -> assertEquals(BATCH, notices.remind(minute(3 * BATCH), BATCH))));
    assertTrue(some > none, none + " steps, and " + some);
  }

  @Test
  void whatIsNotDueInTheOutboxCostsNothing() throws SQLException {
    Outbox outbox = SqliteOutbox.ofMails(database);
    queue(1, FEW);
    assertEquals("p1:1", outbox.take(minute(1), FAR).orElseThrow().id());
    long none = stepsOf(() -> assertTrue(outbox.take(minute(1), FAR).isEmpty()));
    long one = stepsOf(() -> assertTrue(outbox.take(minute(2), FAR).isPresent()));
    queue(FEW + 1, MANY);
    assertEquals(none, stepsOf(() -> assertTrue(outbox.take(minute(2), FAR).isEmpty())));
    assertEquals(one, stepsOf(() -> assertTrue(outbox.take(minute(3), FAR).isPresent())));
    // However many are due, one is taken at a time.
    assertEquals(one, stepsOf(() -> assertTrue(outbox.take(minute(MANY), FAR).isPresent())));
    assertEquals(
        List.of("SEARCH outbox USING COVERING INDEX due_entry (channel=? AND due_at<?)"),
        plan("SELECT id FROM outbox"));
  }

  @Test
  void thePatientsOfADisabledDoctorAreFoundInTheIndexOfTakenTimes() throws SQLException {
    database.write(
        transaction -> {
          PatientsOfDisabled.tell(transaction, DoctorId.of("d1"), NOW);
          return true;
        });
    assertEquals(
        List.of("SEARCH appointment USING INDEX doctor_occupied (doctor_id=? AND starts_at>?)"),
        plan("SELECT id, patient_id FROM appointment"));
  }

  private List<String> plan(String beginning) throws SQLException {
    List<String> found =
        recorded.texts().stream().filter(text -> text.startsWith(beginning)).toList();
    assertEquals(1, found.size(), found.toString());
    try (Connection connection = connect()) {
      return RecordedStatements.plan(connection, found.get(0));
    }
  }
}

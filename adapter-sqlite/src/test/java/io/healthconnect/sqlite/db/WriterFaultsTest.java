package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures after which SQLite has rolled back the transaction itself (D-03, D-04). */
final class WriterFaultsTest {
  private static final String ADD = "INSERT INTO fault (id, filling) VALUES (?, ?)";

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    DatabaseFile.open(folder, new LocalChangeFeed()).close();
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE fault (id INTEGER PRIMARY KEY, filling BLOB) STRICT");
    }
    database = DatabaseFile.open(folder, new LocalChangeFeed());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void d04AFullDatabaseRefusesTheWholeTransactionAndTheNextOneIsWhole() {
    fill();
    StoreUnavailableException full =
        assertThrows(StoreUnavailableException.class, () -> add(1, 2, 3));
    assertEquals(Cause.STORAGE_FULL, full.reason());
    assertEquals(List.of(), ids());

    // The writer connection that hit the limit is closed, and the limit went with it.
    add(4, 5);
    assertEquals(List.of(4L, 5L), ids());
    assertThrows(IllegalStateException.class, () -> failAfterAdding(6));
    assertEquals(List.of(4L, 5L), ids());
  }

  @Test
  void d04NothingRunsAfterAFailedStatementEvenIfTheFailureIsIgnored() {
    fill();
    assertThrows(
        StoreUnavailableException.class,
        () ->
            database.write(
                transaction -> {
                  addIgnoringFailures(transaction, 1);
                  addIgnoringFailures(transaction, 2);
                  return 0;
                }));
    assertEquals(List.of(), ids());
  }

  @Test
  void aRefusedRowKeepsTheWriterAndRollsBackWhatCameBefore() {
    add(1);
    assertThrows(IllegalStateException.class, () -> add(2, 1));
    assertEquals(List.of(1L), ids());
    add(2);
    assertEquals(List.of(1L, 2L), ids());
  }

  @Test
  void d04ReadinessNoticesThatWritesFail() throws SQLException {
    assertTrue(database.isHealthy());
    try (Connection other = connect();
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertFalse(database.isHealthy());
      statement.execute("ROLLBACK");
    }
    assertTrue(database.isHealthy());
  }

  /** Limits the writer's connection to the pages that it has now. */
  private void fill() {
    database.write(
        transaction -> {
          long pages =
              transaction.one("PRAGMA page_count", row -> row.number("page_count")).orElseThrow();
          // The pragma accepts no bound value; 1 means the current size of the file.
          assertTrue(pages > 1);
          return transaction.any("PRAGMA max_page_count = 1");
        });
  }

  private void add(int... ids) {
    database.write(
        transaction -> {
          for (int id : ids) {
            transaction.update(ADD, id, new byte[10_000]);
          }
          return ids.length;
        });
  }

  private void failAfterAdding(int id) {
    database.write(
        transaction -> {
          transaction.update(ADD, id, new byte[1]);
          throw new IllegalStateException("of the work");
        });
  }

  private static void addIgnoringFailures(Transaction transaction, int id) {
    try {
      // The first is too large for the file, the second would fit.
      transaction.update(ADD, id, new byte[id == 1 ? 100_000 : 1]);
    } catch (SQLException e) {
      assertTrue(e.getErrorCode() != 0);
    }
  }

  private List<Long> ids() {
    return database.read(
        sql -> sql.list("SELECT id FROM fault ORDER BY id", row -> row.number("id")));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
  }
}

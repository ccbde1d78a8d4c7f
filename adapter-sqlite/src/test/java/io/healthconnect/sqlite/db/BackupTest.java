package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups during writes (D-10), and the size of the log meanwhile. */
final class BackupTest {
  private static final long LOG_LIMIT = 8 << 20;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong written = new AtomicLong();
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    DatabaseFile.open(folder, new LocalChangeFeed()).close();
    try (Connection connection = connect(folder.resolve("health-connect.db"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE filling (id INTEGER PRIMARY KEY, bytes BLOB) STRICT");
    }
    database = DatabaseFile.open(folder, new LocalChangeFeed());
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void d10ACopyUnderSteadyWritesIsWholeAndHasWhatWasWrittenBefore() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(50);
    Future<Long> writer =
        threads.submit(
            () -> {
              while (end.getCount() > 0) {
                write(1_000);
                begun.countDown();
              }
              return written.get();
            });
    begun.await();
    for (int i = 0; i < 5; i++) {
      long before = written.get();
      Path copy = folder.resolve("copy" + i);
      database.backUp(copy);
      try (Connection connection = connect(copy)) {
        assertEquals("ok", text(connection, "PRAGMA integrity_check"));
        long copied = Long.parseLong(text(connection, "SELECT count(*) FROM filling"));
        assertTrue(copied >= before, copied + " of " + before);
      }
    }
    end.countDown();
    long total = writer.get();
    assertTrue(total > 50, "wrote " + total);
    assertThrows(StoreUnavailableException.class, () -> database.backUp(folder.resolve("none/x")));
    assertThrows(IllegalStateException.class, () -> database.backUp(folder.resolve("copy0")));
    // The connection that made the copies is read-only again.
    assertThrows(
        StoreUnavailableException.class,
        () -> database.read(sql -> sql.update("DELETE FROM filling")));
  }

  @Test
  void truncatesTheLogAfterALongRead() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> reader =
        threads.submit(
            () ->
                database.read(
                    sql -> {
                      sql.any("SELECT 1 FROM filling");
                      reading.countDown();
                      return isOver(end);
                    }));
    reading.await();
    for (int i = 0; i < 12; i++) {
      write(1 << 20);
    }
    assertTrue(logBytes() > LOG_LIMIT, "the log is " + logBytes());
    end.countDown();
    assertTrue(reader.get());
    // The first write checkpoints the log, the second starts it from the beginning.
    write(1);
    write(1);
    assertTrue(logBytes() <= LOG_LIMIT, "the log is " + logBytes());
  }

  private static boolean isOver(CountDownLatch end) {
    try {
      return end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(int bytes) {
    database.write(
        transaction ->
            transaction.update("INSERT INTO filling (bytes) VALUES (?)", new byte[bytes]));
    written.incrementAndGet();
  }

  private long logBytes() throws IOException {
    return Files.size(folder.resolve("health-connect.db-wal"));
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.getString(1);
    }
  }
}

package io.healthconnect.benchmarks.audit;

import io.healthconnect.benchmarks.server.DatabaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One SQLite file; the server must be stopped while it is filled. */
final class SqliteStore implements FilledStore {
  private static final int BATCH = 50_000;

  /** The statements of the server, whose plans {@code QueryPlansTest} checks. */
  private static final List<String> READS =
      List.of(
          "SELECT * FROM audit WHERE number < 1 ORDER BY number DESC LIMIT 101",
          "SELECT * FROM audit WHERE subject_id = '' AND number < 1 ORDER BY number DESC LIMIT 101");

  private final Path data;

  SqliteStore(Path data) {
    this.data = data;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public void makeAdmin(String accountId) throws IOException, SQLException {
    try (Connection connection = DatabaseFile.open(data);
        PreparedStatement update =
            connection.prepareStatement("UPDATE account SET role = 'admin' WHERE id = ?")) {
      update.setString(1, accountId);
      update.executeUpdate();
    }
  }

  @Override
  public long fill(long entries, Duration limit) throws IOException, SQLException {
    long until = System.nanoTime() + limit.toNanos();
    try (Connection connection = DatabaseFile.open(data);
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO audit (number, action, actor_id, session_id, subject_id, at, previous,
                  hash)
                VALUES (?, 'record_read', ?, 'session', ?, ?, ?, ?)
                """)) {
      connection.setAutoCommit(false);
      long number = count(connection);
      while (number < entries && System.nanoTime() < until) {
        for (int i = 0; i < BATCH && number < entries; i++) {
          number++;
          insert.setLong(1, number);
          insert.setString(2, Entries.actor(number));
          insert.setString(3, Entries.subject(number, entries));
          insert.setLong(4, Entries.FIRST_AT + number * 1_000);
          insert.setString(5, Entries.HASH);
          insert.setString(6, Entries.HASH);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
      return number;
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet last = statement.executeQuery("SELECT coalesce(max(number), 0) FROM audit")) {
      last.next();
      return last.getLong(1);
    }
  }

  @Override
  public void watch() {
    // The plans of SQLite depend on the statement alone.
  }

  @Override
  public List<String> plans() throws IOException, SQLException {
    List<String> plans = new ArrayList<>();
    try (Connection connection = DatabaseFile.open(data);
        Statement statement = connection.createStatement()) {
      for (String read : READS) {
        try (ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + read)) {
          while (plan.next()) {
            plans.add(plan.getString("detail"));
          }
        }
      }
    }
    return plans;
  }

  @Override
  public long bytes() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Override
  public void close() {
    // Each use has a connection of its own.
  }
}

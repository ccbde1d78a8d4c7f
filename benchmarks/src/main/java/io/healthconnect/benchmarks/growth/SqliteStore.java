package io.healthconnect.benchmarks.growth;

import io.healthconnect.benchmarks.server.DatabaseFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** One SQLite file. */
final class SqliteStore implements FilledStore {
  private static final int BATCH = 20_000;
  private static final int DAYS = 7;

  private final Path data;

  SqliteStore(Path data) {
    this.data = data;
  }

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public OptionalLong database() {
    return OptionalLong.empty();
  }

  @Override
  public void fill(People people, Sizes sizes, long now) throws Exception {
    try (Connection connection = DatabaseFile.open(data)) {
      run(connection, "PRAGMA synchronous = OFF");
      run(connection, "PRAGMA cache_size = -200000");
      connection.setAutoCommit(false);
      doctors(connection, people, sizes.doctors(), now);
      connection.commit();
      patients(connection, people, sizes.conversations());
      appointments(connection, people, sizes, now);
      new SqliteChats(this, connection, people, now).fill(sizes);
      connection.commit();
      connection.setAutoCommit(true);
      run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private void doctors(Connection connection, People people, long count, long now)
      throws SQLException {
    String own = "id = '" + people.doctor() + "'";
    copy(
        connection,
        "account",
        own,
        count,
        n -> {
          Listed doctor = new Listed(n);
          return Map.of(
              "id", doctor.id(), "name", doctor.name(), "email", doctor.id() + "@example.org");
        });
    copy(connection, "doctor", own, count, n -> row(new Listed(n), now));
    for (int day = 1; day <= DAYS; day++) {
      String window = "doctor_id = '" + people.doctor() + "' AND weekday = " + day;
      copy(
          connection, "doctor_window", window, count, n -> Map.of("doctor_id", new Listed(n).id()));
    }
    String word = "doctor_id = '" + people.doctor() + "'";
    for (int i = 0; i < new Listed(0).words().size(); i++) {
      int place = i;
      copy(
          connection,
          "doctor_search_word",
          word,
          count,
          n -> {
            Listed doctor = new Listed(n);
            return Map.of("doctor_id", doctor.id(), "word", doctor.words().get(place));
          });
    }
    run(
        connection,
        """
        INSERT OR REPLACE INTO specialization (folded, written, doctors)
        SELECT specialization_folded, min(specialization), count(*) FROM doctor GROUP BY 1
        """);
  }

  private static Map<String, Object> row(Listed doctor, long now) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", doctor.id());
    row.put("specialization", doctor.field());
    row.put("specialization_folded", doctor.fieldFolded());
    row.put("experience", doctor.experience());
    row.put("name_folded", doctor.nameFolded());
    row.put("rating_sum", doctor.ratings() * doctor.hundredths() / 100);
    row.put("rating_count", doctor.ratings());
    row.put("rating_average", doctor.hundredths());
    row.put("next_free_at", doctor.nextFreeAt(now));
    row.put("next_free_due", Long.MAX_VALUE);
    return row;
  }

  private void patients(Connection connection, People people, long count) throws SQLException {
    String own = "id = '" + people.patient() + "'";
    copy(
        connection,
        "account",
        own,
        count,
        n -> {
          String id = Ids.of("p", n);
          return Map.of("id", id, "name", new Listed(n).name(), "email", id + "@example.org");
        });
    copy(connection, "patient", own, count, n -> Map.of("id", Ids.of("p", n)));
  }

  private void appointments(Connection connection, People people, Sizes sizes, long now)
      throws SQLException {
    copy(
        connection,
        "appointment",
        "id = '" + people.appointment() + "'",
        sizes.appointments(),
        n -> row(new Visit(n, now, sizes.conversations())));
    copy(
        connection,
        "appointment_change",
        "appointment_id = '" + people.appointment() + "' AND position = 0",
        sizes.appointments(),
        n -> Map.of("appointment_id", Ids.of("a", n)));
  }

  private static Map<String, Object> row(Visit visit) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", visit.id());
    row.put("patient_id", visit.patient());
    row.put("date", visit.date());
    row.put("start_time", visit.startTime());
    row.put("end_time", visit.endTime());
    row.put("starts_at", visit.startsAt());
    row.put("ends_at", visit.endsAt());
    row.put("status", visit.status());
    row.put("occupying", visit.isToCome() ? 1 : 0);
    if (visit.isReviewed()) {
      row.put("rating", 4);
      row.put("review", "Takes time.");
      row.put("reviewed_at", visit.endsAt());
    }
    return row;
  }

  /** Inserts copies of the row that matches, each with some columns changed. */
  void copy(
      Connection connection,
      String table,
      String template,
      long count,
      LongFunction<Map<String, Object>> changes)
      throws SQLException {
    Map<String, Object> row = first(connection, "SELECT * FROM " + table + " WHERE " + template);
    String values = "?, ".repeat(row.size() - 1) + "?";
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", row.keySet()), values))) {
      for (long n = 0; n < count; n++) {
        Map<String, Object> changed = changes.apply(n);
        int column = 0;
        for (Map.Entry<String, Object> each : row.entrySet()) {
          column++;
          insert.setObject(column, changed.getOrDefault(each.getKey(), each.getValue()));
        }
        insert.addBatch();
        if (n % BATCH == BATCH - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static Map<String, Object> first(Connection connection, String query)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      if (!found.next()) {
        throw new SQLException("no row of: " + query);
      }
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        row.put(found.getMetaData().getColumnName(i), found.getObject(i));
      }
      return row;
    }
  }

  static void run(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  @Override
  public void close() {
    // Each use has a connection of its own.
  }
}

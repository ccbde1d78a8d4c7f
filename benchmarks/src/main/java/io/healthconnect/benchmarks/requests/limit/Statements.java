package io.healthconnect.benchmarks.requests.limit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connection to a file of SQLite with the settings of the server, and its statements. */
final class Statements {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Statements(Connection connection) {
    this.connection = connection;
  }

  static Statements open(Path file, String setting) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      for (String each :
          List.of(
              "PRAGMA journal_mode = WAL",
              "PRAGMA synchronous = FULL",
              "PRAGMA foreign_keys = ON",
              setting)) {
        statement.execute(each);
      }
      // In auto-commit mode the driver adds two statements to each statement.
      connection.setAutoCommit(false);
      statement.execute("ROLLBACK");
    }
    return new Statements(connection);
  }

  /** Runs a statement and reads all columns of its rows; returns the first column of each. */
  List<String> run(String text, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Long number) {
        statement.setLong(i + 1, number);
      } else {
        statement.setString(i + 1, (String) values[i]);
      }
    }
    List<String> first = new ArrayList<>();
    if (!text.startsWith("SELECT") && !text.contains("RETURNING")) {
      statement.execute();
      return first;
    }
    try (ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        first.add(rows.getString(1));
        for (int i = 2; i <= columns; i++) {
          rows.getString(i);
        }
      }
    }
    return first;
  }
}

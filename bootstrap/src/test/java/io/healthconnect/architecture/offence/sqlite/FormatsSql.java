package io.healthconnect.architecture.offence.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Offends: SQL made with a format. */
final class FormatsSql {
  boolean drop(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(String.format("drop table %s", table));
    }
  }
}

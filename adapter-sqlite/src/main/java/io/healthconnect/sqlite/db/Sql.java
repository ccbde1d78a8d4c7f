package io.healthconnect.sqlite.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs statements on one connection. Values are always bound, never part of the text. */
public class Sql {
  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  public <T> List<T> list(String query, Row.Mapper<T> mapper, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(query, values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        rows.add(mapper.map(row));
      }
      return rows;
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> one(String query, Row.Mapper<T> mapper, Object... values)
      throws SQLException {
    return list(query, mapper, values).stream().findFirst();
  }

  /** Whether the query finds any row. */
  public boolean any(String query, Object... values) throws SQLException {
    return one(query, row -> true, values).isPresent();
  }

  /**
   * @return how many rows changed
   */
  public int update(String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = prepare(statement, values)) {
      return prepared.executeUpdate();
    }
  }

  /**
   * Identifiers as the JSON array that {@code json_each(?)} takes apart again, so that a list of
   * any length is one bound value. Identifiers need no escapes.
   */
  public static String array(Collection<String> identifiers) {
    return identifiers.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  private PreparedStatement prepare(String text, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      for (int i = 0; i < values.length; i++) {
        bind(statement, i + 1, values[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        statement.setNull(index, Types.NULL);
      } else {
        bind(statement, index, optional.get());
      }
    } else if (value instanceof Instant instant) {
      statement.setLong(index, instant.toEpochMilli());
    } else if (value instanceof Boolean flag) {
      statement.setInt(index, flag ? 1 : 0);
    } else if (value instanceof Long || value instanceof Integer) {
      statement.setLong(index, ((Number) value).longValue());
    } else if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof LocalDate date) {
      statement.setString(index, date.toString());
    } else {
      throw new IllegalArgumentException("cannot bind " + value.getClass());
    }
  }
}

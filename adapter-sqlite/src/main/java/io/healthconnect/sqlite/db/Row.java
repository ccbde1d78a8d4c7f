package io.healthconnect.sqlite.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The present row of a result; columns are named as in the query. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** Turns a row into a value. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  public String text(String column) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      throw new SQLException("no value in " + column);
    }
    return text;
  }

  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public byte[] bytes(String column) throws SQLException {
    byte[] bytes = result.getBytes(column);
    if (bytes == null) {
      throw new SQLException("no value in " + column);
    }
    return bytes;
  }

  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  public int smallNumber(String column) throws SQLException {
    return result.getInt(column);
  }

  public boolean flag(String column) throws SQLException {
    return result.getInt(column) != 0;
  }

  public Instant instant(String column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  public Optional<Instant> optionalInstant(String column) throws SQLException {
    long millis = result.getLong(column);
    return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}

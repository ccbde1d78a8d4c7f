package io.healthconnect.sqlite.db;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteException;

/** The current row of a result. Columns have the names that the query gives them. */
public final class Row {
  private static final Logger LOG = LoggerFactory.getLogger(Row.class);

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** Turns a row into a value. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  /**
   * Maps the row. If it is damaged, logs its identifier and returns empty.
   *
   * @throws SQLException if SQLite fails
   */
  public <T> Optional<T> readable(Mapper<T> mapper) throws SQLException {
    try {
      return Optional.of(mapper.map(this));
    } catch (SQLiteException e) {
      throw e;
    } catch (SQLException | RuntimeException e) {
      LOG.error("A damaged row is left out: {} ({})", name(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private String name() throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    return columns.getTableName(1) + " " + columns.getColumnName(1) + "=" + result.getString(1);
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

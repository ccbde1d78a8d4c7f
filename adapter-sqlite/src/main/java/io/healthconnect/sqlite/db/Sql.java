package io.healthconnect.sqlite.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection. Values are always bound, never part of the text. */
public class Sql {
  private static final int NO_LIMIT = -1;

  private final Statements statements;
  private final boolean single;
  private boolean used;
  private @Nullable SQLException failure;

  Sql(Statements statements) {
    this(statements, false);
  }

  private Sql(Statements statements, boolean single) {
    this.statements = statements;
    this.single = single;
  }

  /** Runs one statement, which sees the database as of one instant without a transaction. */
  static Sql ofOneStatement(Statements statements) {
    return new Sql(statements, true);
  }

  public <T> List<T> list(String query, Row.Mapper<T> mapper, Object... values)
      throws SQLException {
    return run(
        query,
        values,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
              rows.add(mapper.map(row));
            }
            return rows;
          }
        });
  }

  /**
   * The first {@code limit} rows that can be read. A row that cannot (a value is missing or
   * invalid) is left out and logged by its identifier, so that one damaged row does not make a
   * whole list unavailable.
   *
   * @param query ends with {@code LIMIT ?}; its rows come in the order of an index, so that no more
   *     are read than needed
   * @param values without the limit
   */
  public <T> List<T> page(String query, Row.Mapper<T> mapper, int limit, Object... values)
      throws SQLException {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = NO_LIMIT;
    return run(
        query,
        all,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (rows.size() < limit && result.next()) {
              row.readable(mapper).ifPresent(rows::add);
            }
            return rows;
          }
        });
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
    return run(statement, values, PreparedStatement::executeUpdate);
  }

  /** Runs a statement without values or rows, such as the end of a transaction. */
  final void execute(String statement) throws SQLException {
    run(statement, new Object[0], PreparedStatement::execute);
  }

  /**
   * SQLite may have ended the transaction when a statement failed; later statements would then be
   * committed one by one. So nothing runs after a failure.
   *
   * @throws SQLException if a statement has failed
   */
  final void requireIntact() throws SQLException {
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Identifiers as a JSON array for {@code json_each(?)}, so that a list of any length is one bound
   * value. Identifiers need no escapes.
   */
  public static String array(Collection<String> identifiers) {
    return identifiers.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  /** Runs a statement whose values are bound. */
  @FunctionalInterface
  private interface Execution<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String text, Object[] values, Execution<T> execution) throws SQLException {
    requireIntact();
    if (single && used) {
      throw new IllegalStateException("several statements need a transaction");
    }
    used = true;
    try {
      PreparedStatement statement = statements.take(text);
      T result;
      try {
        for (int i = 0; i < values.length; i++) {
          bind(statement, i + 1, values[i]);
        }
        result = execution.run(statement);
      } catch (SQLException | RuntimeException | Error e) {
        closeAfter(e, statement);
        throw e;
      }
      statements.giveBack(text, statement);
      return result;
    } catch (SQLException e) {
      failure = e;
      throw e;
    }
  }

  private static void closeAfter(Throwable failure, PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
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

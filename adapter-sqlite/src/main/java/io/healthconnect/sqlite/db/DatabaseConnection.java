package io.healthconnect.sqlite.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** One connection to the file, which begins and ends transactions by statements of its own. */
final class DatabaseConnection implements AutoCloseable {
  private final Connection connection;
  private final Statements statements;
  private boolean reliable = true;

  /**
   * What SQLite counts up here when another connection has written; empty before the first look.
   */
  private OptionalLong dataVersion = OptionalLong.empty();

  private DatabaseConnection(Connection connection) {
    this.connection = connection;
    this.statements = new Statements(connection);
  }

  /**
   * @param setting a statement to run first
   */
  static DatabaseConnection open(DataSource source, String setting) throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(setting);
      // In auto-commit mode the driver adds two statements to each statement. Leaving that mode
      // begins a transaction.
      connection.setAutoCommit(false);
      statement.execute("ROLLBACK");
      return new DatabaseConnection(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The work of one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Transaction transaction) throws SQLException;
  }

  /**
   * Does the work in a transaction, completely or not at all.
   *
   * @param begin the statement that begins it
   */
  <T> T transact(String begin, Work<T> work) throws SQLException {
    Transaction transaction = new Transaction(statements);
    try {
      transaction.execute(begin);
      T result = work.run(transaction);
      transaction.requireIntact();
      transaction.execute("COMMIT");
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  /** Work that runs one statement. */
  @FunctionalInterface
  interface Read<T> {
    T run(Sql sql) throws SQLException;
  }

  /** Runs one statement that only reads, without the two that a transaction costs. */
  <T> T readOnce(Read<T> work) throws SQLException {
    try {
      return work.run(Sql.ofOneStatement(statements));
    } catch (SQLException e) {
      reliable = !isDoubtful(e);
      throw e;
    }
  }

  /** Copies the database, as of one instant, into a new file. */
  void copyInto(Path target) throws SQLException {
    Sql sql = new Sql(statements);
    sql.execute("PRAGMA query_only = false");
    try {
      sql.update("VACUUM INTO ?", target.toString());
    } finally {
      new Sql(statements).execute("PRAGMA query_only = true");
    }
  }

  /** Moves the content of the write-ahead log into the file, except for what readers still need. */
  boolean checkpoint() throws SQLException {
    return new Sql(statements).any("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** Whether another connection has written since the last look; not at the first. */
  boolean sawOtherWriter() throws SQLException {
    long version =
        new Sql(statements)
            .one("PRAGMA data_version", row -> row.number("data_version"))
            .orElseThrow();
    boolean changed = dataVersion.isPresent() && dataVersion.getAsLong() != version;
    dataVersion = OptionalLong.of(version);
    return changed;
  }

  /**
   * Whether the next transaction may use this connection. After an I/O error, on a full disk, or
   * when out of memory, SQLite may have ended the transaction itself; further statements would then
   * be committed one by one.
   */
  boolean isReliable() {
    return reliable;
  }

  private void rollBack(Throwable failure) {
    reliable = !(failure instanceof Error || (failure instanceof SQLException e && isDoubtful(e)));
    try {
      new Sql(statements).execute("ROLLBACK");
    } catch (SQLException e) {
      reliable = false;
      failure.addSuppressed(e);
    }
  }

  private static boolean isDoubtful(SQLException e) {
    return !SqlErrors.isBusy(e) && !SqlErrors.isConstraint(e);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

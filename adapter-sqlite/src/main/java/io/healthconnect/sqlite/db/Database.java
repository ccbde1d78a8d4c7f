package io.healthconnect.sqlite.db;

import com.zaxxer.hikari.HikariDataSource;
import io.healthconnect.domain.change.LocalChangeFeed;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reads run side by side on a few connections, writes one after the other on a single one. The feed
 * is told while the writer is still held, so that it hears changes in the order of their commits.
 */
public final class Database implements AutoCloseable {
  private final FolderLock lock;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final LocalChangeFeed feed;

  Database(
      FolderLock lock, HikariDataSource writer, HikariDataSource readers, LocalChangeFeed feed) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
    this.feed = feed;
  }

  /** Reads what belongs together, as of one instant. */
  @FunctionalInterface
  public interface Read<T> {
    T run(Sql sql) throws SQLException;
  }

  /** Writes what belongs together; all or nothing. */
  @FunctionalInterface
  public interface Write<T> {
    T run(Step step) throws SQLException;
  }

  /**
   * @throws io.healthconnect.domain.StoreUnavailableException if SQLite cannot answer now
   */
  public <T> T read(Read<T> work) {
    return inTransaction(readers, connection -> work.run(new Sql(connection)));
  }

  /**
   * @throws io.healthconnect.domain.StoreUnavailableException if SQLite cannot answer now
   */
  public <T> T write(Write<T> work) {
    return use(
        writer,
        connection -> {
          Step step = new Step(connection);
          T result = commit(connection, ignored -> work.run(step));
          step.changes().forEach(feed::publish);
          return result;
        });
  }

  /** Whether a read and the start of a write succeed now. */
  public boolean isHealthy() {
    try {
      return read(sql -> sql.any("SELECT 1"));
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Moves what the log holds into the file and lets go of it. */
  @Override
  public void close() {
    readers.close();
    try (Connection connection = writer.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    } finally {
      writer.close();
      lock.close();
    }
  }

  /** Work on a connection. */
  @FunctionalInterface
  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private static <T> T inTransaction(DataSource source, Work<T> work) {
    return use(source, connection -> commit(connection, work));
  }

  private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.run(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  private static <T> T use(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }
}

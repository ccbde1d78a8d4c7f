package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small pool of connections, handed out in the order of requests. An unreliable connection is
 * closed, and its replacement is opened on demand.
 */
final class ConnectionPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
  private static final int PATIENCE_SECONDS = 10;

  private final DataSource source;
  private final String setting;
  private final Semaphore free;
  private final Deque<DatabaseConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * @param setting a statement that each connection runs first
   */
  ConnectionPool(DataSource source, String setting, int size) {
    this.source = source;
    this.setting = setting;
    this.free = new Semaphore(size, true);
  }

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(DatabaseConnection connection) throws SQLException;
  }

  /**
   * @throws StoreUnavailableException if no connection becomes free within ten seconds, or none can
   *     be opened
   */
  <T> T use(Work<T> work) {
    awaitTurn();
    try {
      DatabaseConnection connection = take();
      try {
        return work.run(connection);
      } finally {
        giveBack(connection);
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    } finally {
      free.release();
    }
  }

  private void awaitTurn() {
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreUnavailableException(
            Cause.UNAVAILABLE, new TimeoutException("all connections are in use"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(Cause.UNAVAILABLE, e);
    }
  }

  private DatabaseConnection take() throws SQLException {
    if (closed) {
      throw new StoreUnavailableException(
          Cause.UNAVAILABLE, new IllegalStateException("the store is closed"));
    }
    DatabaseConnection connection = idle.pollFirst();
    return connection == null ? DatabaseConnection.open(source, setting) : connection;
  }

  private void giveBack(DatabaseConnection connection) {
    if (connection.isReliable()) {
      idle.addFirst(connection);
      if (closed) {
        closeIdle();
      }
    } else {
      close(connection);
    }
  }

  /** Connections in use are closed when they are returned. */
  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      close(next);
    }
  }

  private static void close(DatabaseConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("Could not close a connection to the database: {}", e.getErrorCode());
    }
  }
}

package io.healthconnect.sqlite.db;

import io.healthconnect.domain.change.Change;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs reads concurrently on a few connections, and writes one after the other on a single
 * connection. Changes are published before the writer is released, so listeners receive them in the
 * order of the commits.
 */
public final class Database implements AutoCloseable {
  private final Optional<FolderLock> lock;
  private final ConnectionPool writer;
  private final ConnectionPool readers;
  private final LocalChangeFeed feed;

  /** What this view reads from; empty if each read has an instant of its own. */
  private final Optional<Sql> snapshot;

  private final boolean keepsOutbox;

  /**
   * @param lock empty for a guest beside the server whose folder it is
   */
  Database(
      Optional<FolderLock> lock,
      ConnectionPool writer,
      ConnectionPool readers,
      LocalChangeFeed feed) {
    this(lock, writer, readers, feed, Optional.empty(), true);
  }

  private Database(
      Optional<FolderLock> lock,
      ConnectionPool writer,
      ConnectionPool readers,
      LocalChangeFeed feed,
      Optional<Sql> snapshot,
      boolean keepsOutbox) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
    this.feed = feed;
    this.snapshot = snapshot;
    this.keepsOutbox = keepsOutbox;
  }

  /** The same database, for a host that sends no notices: none waits in its outbox. */
  public Database withoutOutbox() {
    return new Database(lock, writer, readers, feed, snapshot, false);
  }

  /** Whether what waits to be sent is kept. */
  public boolean keepsOutbox() {
    return keepsOutbox;
  }

  /** A read that sees the database as of one instant. */
  @FunctionalInterface
  public interface Read<T> {
    T run(Sql sql) throws SQLException;
  }

  /** A write that happens completely or not at all. */
  @FunctionalInterface
  public interface Write<T> {
    T run(Transaction transaction) throws SQLException;
  }

  /**
   * @throws io.healthconnect.domain.StoreUnavailableException if SQLite cannot answer now
   */
  public <T> T read(Read<T> work) {
    return snapshot.isPresent()
        ? inSnapshot(snapshot.get(), work)
        : readers.use(connection -> connection.transact("BEGIN", work::run));
  }

  /**
   * A read that runs one statement, and so needs no transaction to see the database as of one
   * instant.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException as {@link #read}
   */
  public <T> T readOnce(Read<T> work) {
    return snapshot.isPresent()
        ? inSnapshot(snapshot.get(), work)
        : readers.use(connection -> connection.readOnce(work::run));
  }

  /** Runs work on a view whose reads all see the database as of one instant. */
  public <T> T snapshot(Function<Database, T> work) {
    return read(
        sql ->
            work.apply(new Database(lock, writer, readers, feed, Optional.of(sql), keepsOutbox)));
  }

  private static <T> T inSnapshot(Sql open, Read<T> work) {
    try {
      return work.run(open);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  /**
   * @throws io.healthconnect.domain.StoreUnavailableException if SQLite cannot answer now
   */
  public <T> T write(Write<T> work) {
    return writer.use(
        connection -> {
          List<Change> changes = new ArrayList<>();
          T result =
              connection.transact(
                  "BEGIN IMMEDIATE",
                  transaction -> {
                    transaction.keepOutbox(keepsOutbox);
                    T written = work.run(transaction);
                    changes.addAll(transaction.changes());
                    return written;
                  });
          changes.forEach(feed::publish);
          return result;
        });
  }

  /**
   * Tells the feed that changes may have been missed, if another process has written since the last
   * look: this one writes on a single connection. Must run every few seconds.
   *
   * @return whether one has
   */
  public boolean noticeOtherWriters() {
    return writer.use(
        connection -> {
          boolean others = connection.sawOtherWriter();
          if (others) {
            feed.publish(new Change.Interrupted());
          }
          return others;
        });
  }

  /**
   * Whether a read and a write succeed now. The write is a real one, so that a full or read-only
   * disk is noticed: it rewrites a number in the file's header that nothing reads.
   */
  public boolean isHealthy() {
    try {
      return read(sql -> sql.any("SELECT 1")) && write(transaction -> isWritten(transaction));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean isWritten(Transaction transaction) throws SQLException {
    transaction.execute("PRAGMA application_id = 0");
    return true;
  }

  /**
   * Copies the database, as of one instant, into a new file that only this user may read. Reads and
   * writes continue meanwhile.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException if the file cannot be written
   * @throws IllegalStateException if the file exists
   */
  public void backUp(Path target) {
    BackupFile.write(
        target,
        () ->
            readers.use(
                connection -> {
                  connection.copyInto(target);
                  return target;
                }));
  }

  /** Describes the file for operators. */
  public FileFacts facts() {
    return read(
        sql ->
            new FileFacts(
                sql.one("SELECT sqlite_version() AS version", row -> row.text("version"))
                    .orElseThrow(),
                Migrations.version(sql),
                sql.one(
                        "SELECT page_count * page_size AS bytes"
                            + " FROM pragma_page_count, pragma_page_size",
                        row -> row.number("bytes"))
                    .orElseThrow()));
  }

  /** What is wrong with the file; see {@link FileCheck}. */
  public Map<String, List<String>> check() {
    return readers.use(FileCheck::run);
  }

  /**
   * @throws IllegalStateException if the schema is that of another release
   */
  public void requireSchema() {
    read(
        sql -> {
          List<String> problems = FileCheck.version(Migrations.version(sql));
          if (!problems.isEmpty()) {
            throw new IllegalStateException(
                "the database has another schema version: " + problems.get(0));
          }
          return problems;
        });
  }

  /** Whether the schema is that of this release. */
  public boolean isCurrent() {
    return read(sql -> FileCheck.version(Migrations.version(sql)).isEmpty());
  }

  /**
   * Moves the content of the write-ahead log into the file and closes the file. A guest leaves the
   * log to the server.
   */
  @Override
  public void close() {
    readers.close();
    try {
      if (lock.isPresent()) {
        writer.use(DatabaseConnection::checkpoint);
      }
    } finally {
      writer.close();
      lock.ifPresent(FolderLock::close);
    }
  }
}

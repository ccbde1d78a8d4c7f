package io.healthconnect.sqlite.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.change.LocalChangeFeed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Makes and opens the file {@code health-connect.db} of a folder. */
public final class DatabaseFile {
  private static final String NAME = "health-connect.db";
  private static final int BUSY_MILLIS = 5_000;
  private static final int READERS = 4;

  private static final String WRITES = "PRAGMA query_only = false";
  private static final String READS = "PRAGMA query_only = true";

  private DatabaseFile() {}

  /**
   * Opens the database of the folder, making both if they are missing, and brings its tables up to
   * date.
   *
   * @throws StoreCorruptException if the file is damaged or no database
   * @throws StoreUnavailableException if the file cannot be made, read or written
   */
  public static Database open(Path folder, LocalChangeFeed feed) {
    return open(folder, feed, source -> source);
  }

  /**
   * @param seenBy stands between the pools and SQLite
   */
  static Database open(Path folder, LocalChangeFeed feed, UnaryOperator<DataSource> seenBy) {
    Path file = folder.resolve(NAME);
    prepare(folder, file);
    FolderLock lock = FolderLock.take(folder);
    try {
      migrate(file);
      return new Database(
          lock,
          pool(seenBy.apply(source(file, SQLiteConfig.TransactionMode.IMMEDIATE)), "writer", 1),
          pool(
              seenBy.apply(source(file, SQLiteConfig.TransactionMode.DEFERRED)),
              "readers",
              READERS),
          feed);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void prepare(Path folder, Path file) {
    try {
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (posix) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      create(file);
      if (posix) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw new StoreUnavailableException(StoreUnavailableException.Cause.UNAVAILABLE, e);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // It was made by an earlier start.
      return;
    }
  }

  private static void migrate(Path file) {
    SQLiteDataSource source = source(file, SQLiteConfig.TransactionMode.IMMEDIATE);
    try (Connection connection = source.getConnection()) {
      if (Migrations.areApplied(connection)) {
        return;
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
    try {
      Migrations.apply(source);
    } catch (FlywayException e) {
      throw cause(e);
    }
  }

  private static RuntimeException cause(FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return SqlErrors.translate(sql);
      }
    }
    return e;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  private static HikariDataSource pool(DataSource source, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName(name);
    config.setConnectionInitSql(size == 1 ? WRITES : READS);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(size);
    config.setAutoCommit(false);
    config.setConnectionTimeout(2 * BUSY_MILLIS);
    config.setMaxLifetime(0);
    config.setInitializationFailTimeout(BUSY_MILLIS);
    return new HikariDataSource(config);
  }
}

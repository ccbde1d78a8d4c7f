package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Creates and opens the file {@code health-connect.db} in a folder. */
public final class DatabaseFile {
  private static final String NAME = "health-connect.db";
  private static final int BUSY_MILLIS = 5_000;
  private static final int READERS = 4;

  /**
   * The size to which a log is truncated that grew while a reader or a backup blocked its
   * checkpoints.
   */
  private static final int JOURNAL_BYTES = 8 * 1024 * 1024;

  /**
   * A file of at most this size is checked whole at startup, which takes some tenths of a second at
   * most. A larger one is checked by {@code --check} alone.
   */
  private static final long CHECKED_BYTES = 16 * 1024 * 1024;

  /** What is deleted is also overwritten. */
  private static final String WRITES = "PRAGMA secure_delete = on";

  private static final String READS = "PRAGMA query_only = true";

  private DatabaseFile() {}

  /**
   * Opens the database in the folder, creating both if they are missing, and migrates its schema.
   *
   * @throws StoreCorruptException if the file is damaged, is not a database, or has been lost
   * @throws UnusableFolderException if the folder or the file cannot be created, read or written
   */
  public static Database open(Path folder, LocalChangeFeed feed) {
    return open(folder, feed, source -> source);
  }

  /**
   * @param seenBy wraps the data source that the pools use
   */
  public static Database open(Path folder, LocalChangeFeed feed, UnaryOperator<DataSource> seenBy) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    prepare(folder, posix);
    FolderLock lock = FolderLock.take(folder);
    try {
      NativeLibrary.load(folder);
      Path file = folder.resolve(NAME);
      create(file, posix, lock);
      migrate(file);
      lock.markUsed();
      return new Database(
          Optional.of(lock),
          new ConnectionPool(seenBy.apply(source(file)), WRITES, 1),
          new ConnectionPool(seenBy.apply(source(file)), READS, READERS),
          feed);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the database of a folder for a moment, beside the server that uses the folder. Its tables
   * are left as they are, whichever release made them.
   *
   * @throws IllegalStateException if there is none; the message is one line for an operator
   */
  public static Database openAsGuest(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("there is no " + NAME + " in " + folder.toAbsolutePath());
    }
    NativeLibrary.loadAsGuest(folder);
    return new Database(
        Optional.empty(),
        new ConnectionPool(source(file), WRITES, 1),
        new ConnectionPool(source(file), READS, 1),
        new LocalChangeFeed());
  }

  private static void prepare(Path folder, boolean posix) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (posix) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException e) {
      throw UnusableFolderException.of(folder, e);
    }
  }

  /** To SQLite an empty file is a database without tables; here it is a database that was lost. */
  private static void create(Path file, boolean posix, FolderLock lock) {
    try {
      boolean empty = Files.notExists(file) || Files.size(file) == 0;
      if (empty && lock.isUsed()) {
        throw new StoreCorruptException(
            NAME
                + " is empty or missing, and this folder has held data: restore a backup, or delete"
                + " "
                + FolderLock.NAME
                + " to begin anew");
      }
      if (Files.notExists(file)) {
        Files.createFile(file);
      }
      if (posix) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw UnusableFolderException.of(file, e);
    }
  }

  private static void migrate(Path file) {
    SQLiteDataSource source = source(file);
    try {
      applyMissing(file, source, Files.size(file) <= CHECKED_BYTES);
      SpellingMigration.run(source);
    } catch (IOException e) {
      throw UnusableFolderException.of(file, e);
    } catch (SQLException e) {
      throw unusable(file, e);
    } catch (FlywayException e) {
      throw unusable(file, e);
    }
  }

  /** A database that cannot be used at the start is a matter for the operator. */
  private static RuntimeException unusable(Path file, SQLException e) {
    RuntimeException translated = SqlErrors.translate(e);
    return translated instanceof StoreUnavailableException
        ? UnusableFolderException.of(file, String.valueOf(e.getMessage()), e)
        : translated;
  }

  private static void applyMissing(Path file, SQLiteDataSource source, boolean checked)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      Sql sql = new Sql(new Statements(connection));
      if (Migrations.isForeign(sql)) {
        throw UnusableFolderException.of(file, "it is the database of another program");
      }
      // SQLite notices damage to a tree of keys only sometimes: a search may miss rows.
      if (checked && !FileCheck.damage(sql).isEmpty()) {
        throw new StoreCorruptException(
            NAME + " is damaged: restore a backup; --check tells what is wrong");
      }
      if (Migrations.areApplied(sql)) {
        return;
      }
    }
    Migrations.apply(source);
  }

  private static RuntimeException unusable(Path file, FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return unusable(file, sql);
      }
    }
    return UnusableFolderException.of(
        file, "its schema was made by another program, or changed by hand", e);
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }
}

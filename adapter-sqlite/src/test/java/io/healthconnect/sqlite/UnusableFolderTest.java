package io.healthconnect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.UnusableFolderException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads when the data folder cannot be used. */
final class UnusableFolderTest {
  @TempDir Path folder;

  private static String refusal(Path data) {
    return assertThrows(
            UnusableFolderException.class,
            () -> SqliteStore.open(data, new LocalChangeFeed(), Instant.EPOCH))
        .getMessage();
  }

  private Connection database() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
  }

  @Test
  void aFileInPlaceOfTheFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("data"));
    assertEquals(file + " is a file, not a folder", refusal(file));
    assertEquals(
        file.resolve("below") + " cannot be used: not a directory", refusal(file.resolve("below")));
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    try (Connection connection = database();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE theirs (id INTEGER)");
    }
    assertEquals(
        folder.resolve("health-connect.db")
            + " cannot be used: it is the database of another program",
        refusal(folder));
    try (Connection connection = database();
        var statement = connection.createStatement();
        var tables = statement.executeQuery("SELECT group_concat(name) FROM sqlite_schema")) {
      tables.next();
      assertEquals("theirs", tables.getString(1));
    }
  }

  @Test
  void aSchemaThatNoReleaseHasMade() throws Exception {
    SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH).close();
    try (Connection connection = database();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE flyway_schema_history SET checksum = 1, success = 0");
    }
    assertEquals(
        folder.resolve("health-connect.db")
            + " cannot be used: its schema was made by another program, or changed by hand",
        refusal(folder));
  }

  @Test
  void namesTheCauseInAWord() {
    Path data = Path.of("/srv/data");
    assertEquals(
        "/srv/data cannot be read and written: permission denied",
        message(new AccessDeniedException("/srv/data")));
    assertEquals(
        "/srv/data cannot be made or opened: no such file or folder",
        message(new NoSuchFileException("/srv")));
    assertEquals(
        "/srv/data cannot be used: read-only file system",
        message(new FileSystemException(data.toString(), null, "Read-only file system")));
    assertEquals(
        "/srv/data cannot be used: input/output error",
        message(new IOException("Input/output error")));
  }

  private static String message(IOException cause) {
    return String.valueOf(UnusableFolderException.of(Path.of("/srv/data"), cause).getMessage());
  }
}

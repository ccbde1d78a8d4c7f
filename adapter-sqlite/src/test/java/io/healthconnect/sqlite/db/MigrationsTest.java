package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class MigrationsTest {
  @TempDir Path folder;

  @Test
  void listsEveryFileInOrder() throws Exception {
    File files = new File(Migrations.class.getResource("/db/migration").toURI());
    List<String> inFolder = Stream.of(files.list()).sorted().toList();
    assertEquals(inFolder, Migrations.FILES.stream().sorted().toList());
    for (int i = 0; i < Migrations.FILES.size(); i++) {
      assertTrue(Migrations.FILES.get(i).startsWith("V" + (i + 1) + "__"));
    }
  }

  @Test
  void knowsWhetherEverythingIsApplied() throws Exception {
    try (Connection connection = connect()) {
      assertFalse(areApplied(connection));
    }
    DatabaseFile.open(folder, new LocalChangeFeed()).close();
    try (Connection connection = connect()) {
      assertTrue(areApplied(connection));
      change(connection, "UPDATE flyway_schema_history SET success = 0 WHERE installed_rank = 2");
      assertFalse(areApplied(connection));
      change(connection, "UPDATE flyway_schema_history SET success = 1");
      change(connection, "DELETE FROM flyway_schema_history WHERE installed_rank = 3");
      assertFalse(areApplied(connection));
    }
  }

  @Test
  void refusesASchemaOfANewerReleaseAndLeavesItAlone() throws Exception {
    DatabaseFile.open(folder, new LocalChangeFeed()).close();
    int known = Migrations.FILES.size();
    try (Connection connection = connect()) {
      change(
          connection,
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success)"
              + " SELECT 99, '99', 'x', 'SQL', 'V99__x.sql', 1, '', 0, 1");
    }
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> DatabaseFile.open(folder, new LocalChangeFeed()));
    assertEquals(
        "the database has schema version 99, this release knows versions up to "
            + known
            + ": start the newer release, or restore a backup from before the upgrade",
        refused.getMessage());
    try (Connection connection = connect()) {
      change(connection, "DELETE FROM flyway_schema_history WHERE version = '99'");
    }
    DatabaseFile.open(folder, new LocalChangeFeed()).close();
  }

  /**
   * There are stores whose files Flyway once found by itself; a file that was changed is still
   * noticed.
   */
  @Test
  void continuesWhereTheDefaultClassPathSearchStops() throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(url());
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target("3")
        .load()
        .migrate();
    Migrations.apply(source);
    try (Connection connection = connect()) {
      assertTrue(areApplied(connection));
      change(connection, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
    }
    assertThrows(FlywayException.class, () -> Migrations.apply(source));
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection(url());
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("health-connect.db");
  }

  private static void change(Connection connection, String statement) throws Exception {
    new Sql(new Statements(connection)).update(statement);
  }

  private static boolean areApplied(Connection connection) throws SQLException {
    return Migrations.areApplied(new Sql(new Statements(connection)));
  }
}

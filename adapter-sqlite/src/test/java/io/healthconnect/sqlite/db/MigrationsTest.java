package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.change.LocalChangeFeed;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
      assertFalse(Migrations.areApplied(connection));
    }
    DatabaseFile.open(folder, new LocalChangeFeed()).close();
    try (Connection connection = connect()) {
      assertTrue(Migrations.areApplied(connection));
      change(connection, "UPDATE flyway_schema_history SET success = 0 WHERE installed_rank = 2");
      assertFalse(Migrations.areApplied(connection));
      change(connection, "UPDATE flyway_schema_history SET success = 1");
      change(connection, "DELETE FROM flyway_schema_history WHERE installed_rank = 3");
      assertFalse(Migrations.areApplied(connection));
    }
  }

  /**
   * Stores are there whose files Flyway had found by itself; a file that was changed is noticed.
   */
  @Test
  void goesOnWhereTheUsualSearchOfTheClassPathEnded() throws Exception {
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
      assertTrue(Migrations.areApplied(connection));
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
    new Sql(connection).update(statement);
  }
}

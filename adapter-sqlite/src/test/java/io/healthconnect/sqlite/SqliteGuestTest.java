package io.healthconnect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.account.Accounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to the file of a server that runs. */
final class SqliteGuestTest {
  @TempDir Path folder;

  private static final AuditEvent ADDED =
      AuditEvent.of(AuditAction.ADMIN_CREATED, Accounts.CREATED);

  private SqliteStore server() {
    return SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH);
  }

  private Map<String, List<String>> check() {
    try (SqliteGuest guest = SqliteGuest.open(folder)) {
      return guest.check();
    }
  }

  private void change(String statement) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        var changing = connection.createStatement()) {
      changing.execute(statement);
    }
  }

  private static List<String> wrong(Map<String, List<String>> found) {
    return found.values().stream().flatMap(List::stream).toList();
  }

  /** A command of an operator that ends sessions must reach the sockets of the server. */
  @Test
  void theServerHearsThatAnotherProcessHasWritten() {
    LocalChangeFeed feed = new LocalChangeFeed();
    List<Change> heard = new CopyOnWriteArrayList<>();
    try (SqliteStore server = SqliteStore.open(folder, feed, Instant.EPOCH);
        SqliteGuest guest = SqliteGuest.open(folder)) {
      feed.subscribe(heard::add);
      assertFalse(server.noticeOtherWriters());
      assertTrue(server.isHealthy());
      guest.accounts().find(new AccountId("nobody"));
      guest.backUp(folder.resolve("copy.db"));
      assertFalse(server.noticeOtherWriters());
      assertEquals(List.of(), heard);

      guest.administration().addAdmin(Accounts.admin("a1"), Accounts.HASH, ADDED);
      assertTrue(server.noticeOtherWriters());
      assertFalse(server.noticeOtherWriters());
      assertEquals(List.of(new Change.Interrupted()), heard);
    }
  }

  @Test
  void copiesBesideTheServerIntoAFileForThisUserOnly() throws Exception {
    Path copy = folder.resolve("copy.db");
    try (SqliteStore server = server();
        SqliteGuest guest = SqliteGuest.open(folder)) {
      guest.backUp(copy);
      assertTrue(server.isHealthy());
      assertEquals(
          PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(copy));
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> guest.backUp(copy));
      assertEquals(copy + " exists already; nothing was written", refused.getMessage());
      Path empty = Files.createFile(folder.resolve("empty"));
      assertThrows(IllegalStateException.class, () -> guest.backUp(empty));
      assertEquals(0, Files.size(empty));
      assertThrows(
          StoreUnavailableException.class, () -> guest.backUp(folder.resolve("none/copy.db")));
    }
    Path restored = Files.createDirectory(folder.resolve("restored"));
    Files.copy(copy, restored.resolve("health-connect.db"));
    SqliteStore.open(restored, new LocalChangeFeed(), Instant.EPOCH).close();
  }

  @Test
  void findsNothingWrongInASoundFileAndLeavesNoFiles() throws Exception {
    try (SqliteStore server = server()) {
      assertEquals(List.of(), wrong(check()));
      assertEquals(3, check().size());
      assertTrue(server.isHealthy());
    }
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("health-connect.db", "health-connect.lock", "native"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void findsRowsThatNameMissingOnesAndAnotherSchema() throws Exception {
    server().close();
    change("INSERT INTO session (id, account_id, created_at, expires_at) VALUES ('s', 'x', 1, 2)");
    assertEquals(List.of("a row of session names one missing in account"), wrong(check()));
    change("DELETE FROM session");
    change("DELETE FROM flyway_schema_history WHERE version <> '1'");
    assertTrue(wrong(check()).get(0).startsWith("this release works with version "));
    change("UPDATE flyway_schema_history SET version = '99'");
    assertTrue(wrong(check()).get(0).startsWith("this release knows versions up to "));
  }

  @Test
  void refusesAFolderWithoutADatabaseAndMakesNone() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> SqliteGuest.open(folder));
    assertEquals("there is no health-connect.db in " + folder, refused.getMessage());
    assertFalse(Files.exists(folder.resolve("health-connect.db")));
  }
}

package io.healthconnect.sqlite;

import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.AuditedStepsContract;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteAuditedStepsTest implements AuditedStepsContract {
  @TempDir Path folder;
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, feed, Instant.EPOCH);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public Stores stores() {
    return SqliteStoreContractTest.stores(store, feed);
  }

  @Override
  public void takeAuditAway() {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TRIGGER audit_is_away BEFORE INSERT ON audit"
              + " BEGIN SELECT RAISE(ABORT, 'away'); END");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.healthconnect.sqlite;

import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.notice.KilledReminders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteKilledRemindersTest {
  private static final int KILLS = 10;

  @TempDir Path folder;

  /** T-10, for one server. */
  @Test
  void t10AServerThatIsKilledRemindsEachOnce() throws Exception {
    LocalChangeFeed feed = new LocalChangeFeed();
    try (SqliteStore store = SqliteStore.open(folder, feed, Instant.EPOCH)) {
      KilledReminders.fill(SqliteStoreContractTest.stores(store, feed));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      KilledReminders.Server server = server();
      server.begin();
      server.kill();
    }
    KilledReminders.Server last = server();
    KilledReminders.finish(last);
    last.kill();
    try (SqliteStore store = SqliteStore.open(folder, feed, Instant.EPOCH)) {
      KilledReminders.assertEachWasToldOnce(SqliteStoreContractTest.stores(store, feed));
    }
  }

  private KilledReminders.Server server() throws IOException {
    return new KilledReminders.Server(Main.class, folder.toString());
  }

  /** The server. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      try (SqliteStore store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH)) {
        KilledReminders.serve(store.notices());
      }
    }
  }
}

package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.MailSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are told of each store. */
class StorageReportTest {
  @TempDir Path folder;

  private Storage open(Optional<String> mongo, String node) {
    Settings settings =
        new Settings(
            Map.of(
                ServerSettings.DATA_DIR,
                folder,
                ServerSettings.MONGODB_URI,
                mongo,
                CallSettings.CALL_LEASE_SECONDS,
                30,
                MailSettings.SMTP_URL,
                Optional.empty()),
            false);
    return Storage.open(settings, Clock.systemUTC(), () -> node);
  }

  @Test
  void sqliteIsOneServerThatIsNeverBehind() {
    try (Storage storage = open(Optional.empty(), "one")) {
      SystemReport.Store store = storage.report().store();
      assertTrue(store.product().matches("SQLite 3\\.\\d+\\.\\d+"), store.product());
      assertTrue(store.schema() >= 14, () -> "schema " + store.schema());
      assertTrue(store.bytes() >= 100_000, () -> "bytes " + store.bytes());
      assertTrue(store.freeBytes().orElseThrow() > 0);
      assertEquals(new SystemReport.Feed(1, Optional.empty(), 0, 0, 0), storage.report().feed());
    }
  }

  @Nested
  @WithMongod
  class OnMongoDb {
    @Test
    void mongoDbCountsTheServersAndHowFarThisOneIsBehind(TestDatabase database) {
      database.raw().drop();
      try (Storage one = open(Optional.of(database.uri()), "one")) {
        assertEquals(1, one.report().feed().nodes());
        try (Storage two = open(Optional.of(database.uri()), "two")) {
          assertEquals(2, one.report().feed().nodes());
          assertEquals(2, two.report().feed().nodes());
        }
        SystemReport.Store store = one.report().store();
        assertTrue(store.product().matches("MongoDB \\d+\\.\\d+\\.\\d+"), store.product());
        assertTrue(store.schema() >= 10, () -> "schema " + store.schema());
        assertTrue(store.bytes() > 0);
        assertTrue(one.report().feed().lagSeconds().isPresent());
      }
    }
  }
}

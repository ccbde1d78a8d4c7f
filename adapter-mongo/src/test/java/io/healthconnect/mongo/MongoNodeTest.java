package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@WithMongod
final class MongoNodeTest {
  private static final int OUT_OF_DISK_SPACE = 14031;

  /**
   * D-04 on MongoDB: reads still work, writes are refused and leave nothing behind, and the node
   * reports that it is not ready.
   */
  @Test
  void d04AStoreThatIsFullCanBeReadAndIsNotReady(TestDatabase database) {
    AccountId ann = new AccountId("full-ann");
    try (Node node = new Node(database.uri())) {
      assertTrue(node.node.hasRecentHeartbeat());
      fill(database, "alwaysOn");
      try {
        StoreUnavailableException full =
            assertThrows(
                StoreUnavailableException.class,
                () ->
                    node.store
                        .patients()
                        .add(
                            Accounts.patient("full-ann"),
                            Accounts.HASH,
                            Patients.blank("full-ann")));
        assertEquals(Cause.STORAGE_FULL, full.reason());
        assertTrue(node.store.isHealthy());
        await(() -> !node.node.hasRecentHeartbeat());
      } finally {
        fill(database, "off");
      }
      assertEquals(Optional.empty(), node.store.accounts().find(ann));
      await(node.node::hasRecentHeartbeat);
      node.store
          .patients()
          .add(Accounts.patient("full-ann"), Accounts.HASH, Patients.blank("full-ann"));
      assertTrue(node.store.accounts().find(ann).isPresent());
    }
  }

  private static void fill(TestDatabase database, String mode) {
    database.failCommands(mode, new Document("errorCode", OUT_OF_DISK_SPACE), "insert", "update");
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen within 60 s");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}

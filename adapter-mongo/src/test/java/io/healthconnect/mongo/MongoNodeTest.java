package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

  /** What one of the nodes has to do is done once, and goes on when that node stops. */
  @Test
  void oneOfTheNodesLeads(TestDatabase database) {
    List<Node> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        nodes.add(new Node(database.uri()));
      }
      for (int left = 4; left > 0; left--) {
        await(() -> nodes.stream().filter(each -> each.node.isLeader()).count() == 1);
        Node leader = nodes.stream().filter(each -> each.node.isLeader()).findFirst().orElseThrow();
        nodes.remove(leader);
        leader.close();
      }
    } finally {
      nodes.forEach(Node::close);
    }
  }

  @Test
  void aNodeThatTheStoreDoesNotAnswerLeadsNoMore(TestDatabase database) {
    try (Node node = new Node(database.uri())) {
      await(node.node::isLeader);
      fill(database, "alwaysOn");
      try {
        await(() -> !node.node.isLeader());
      } finally {
        fill(database, "off");
      }
      await(node.node::isLeader);
    }
  }

  /** A thread that hangs in a listener follows the stream no more than one that has died. */
  @Test
  void aNodeThatHearsNothingSaysSo(TestDatabase database) throws Exception {
    CountDownLatch deaf = new CountDownLatch(1);
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (Node node = new Node(database.uri(), Duration.ofSeconds(5), deaf::countDown)) {
      assertTrue(node.node.hearsOthers());
      node.subscribe(
          change -> {
            hangs.countDown();
            hang(release);
          });
      node.tell(new Change.Typing(new AccountId("deaf-ann"), new AccountId("deaf-bob")));
      assertTrue(hangs.await(1, TimeUnit.MINUTES));
      assertTrue(deaf.await(1, TimeUnit.MINUTES));
      await(() -> !node.node.hearsOthers());
      assertTrue(node.node.hasRecentHeartbeat());
      release.countDown();
      await(node.node::hearsOthers);
    } finally {
      release.countDown();
    }
  }

  private static void hang(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

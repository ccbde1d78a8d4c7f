package io.healthconnect.mongo.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.Node;
import io.healthconnect.mongo.ScanWatch;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Heard;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithMongod
final class MongoPresenceTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final DeviceId TAB = new DeviceId("tab");
  private static final DeviceId PHONE = new DeviceId("phone");

  // There are few nodes; and all devices are read when a node begins to follow them.
  @RegisterExtension
  static final ScanWatch SCANS = ScanWatch.expecting("nodes COLLSCAN", "devices COLLSCAN");

  private Node a;
  private Node b;

  @BeforeEach
  void start(TestDatabase database) {
    a = new Node(database.uri());
    b = new Node(database.uri());
  }

  @AfterEach
  void stop() {
    a.close();
    b.close();
  }

  @Test
  void theDevicesOfAllNodesCount() {
    Heard heard = Heard.from(b);
    a.presence().arrive(ANN, TAB);
    assertTrue(b.presence().isOnline(ANN));
    assertTrue(b.presence().isConnected(TAB));
    b.presence().arrive(ANN, PHONE);
    a.presence().leave(ANN, TAB);
    b.catchUp();
    assertEquals(Set.of(ANN), b.presence().online(Set.of(ANN, new AccountId("bob"))));
    assertFalse(b.presence().isConnected(TAB));
    b.presence().leave(ANN, PHONE);

    List<Change> told =
        heard.all().stream().filter(Change.PresenceChanged.class::isInstance).toList();
    assertEquals(
        List.of(new Change.PresenceChanged(ANN, true), new Change.PresenceChanged(ANN, false)),
        told);
    assertFalse(b.presence().isOnline(ANN));
  }

  @Test
  void aNodeThatTakesLeaveTakesItsDevicesWithIt() {
    a.presence().arrive(ANN, TAB);
    a.node.close();
    b.catchUp();
    assertFalse(b.presence().isOnline(ANN));
    assertFalse(b.presence().isConnected(TAB));
  }

  @Test
  void aNodeThatWasGivenUpStartsAnew() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    a.subscribe(
        change -> {
          if (change instanceof Change.Interrupted) {
            interrupted.countDown();
          }
        });
    a.handles.collection(CollectionName.NODES).deleteMany(new Document());

    assertTrue(interrupted.await(15, TimeUnit.SECONDS));
    a.presence().arrive(ANN, TAB);
    assertTrue(b.presence().isConnected(TAB));
  }
}

package io.healthconnect.mongo.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.mongo.Node;
import io.healthconnect.mongo.ScanWatch;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.presence.PresenceContract;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithMongod
final class MongoPresenceTest implements PresenceContract {
  // There are few nodes, and a node reads all devices when it begins to follow them.
  @RegisterExtension
  static final ScanWatch SCANS = ScanWatch.expecting("nodes COLLSCAN", "devices COLLSCAN");

  private static final int OUT_OF_DISK_SPACE = 14031;

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

  @Override
  public Presence presence() {
    return a.presence();
  }

  @Override
  public ChangeFeed feed() {
    return a;
  }

  @Override
  public void catchUp() {
    a.catchUp();
  }

  @Test
  void theDevicesOfAllNodesCount() {
    RecordedChanges heard = RecordedChanges.from(b);
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
  void everyNodeHearsWhetherADeviceLeftForGood() {
    RecordedChanges heard = RecordedChanges.from(b);
    a.presence().arrive(ANN, TAB);
    a.presence().leave(ANN, TAB);
    a.presence().arrive(ANN, PHONE);
    a.presence().leaveForGood(ANN, PHONE);
    assertEquals(
        List.of(
            new Change.DeviceLeft(ANN, TAB, false),
            new Change.DeviceLeft(ANN, PHONE, true),
            new Change.DeviceLeft(ANN, PHONE, false)),
        heard.all().stream().filter(Change.DeviceLeft.class::isInstance).toList());
  }

  @Test
  void aDeviceMovesToTheNodeThatItRecoversAt() {
    RecordedChanges here = RecordedChanges.from(a);
    RecordedChanges there = RecordedChanges.from(b);
    a.presence().arrive(ANN, TAB);
    a.catchUp();
    b.presence().arrive(ANN, TAB);
    a.catchUp();
    a.presence().leave(ANN, TAB);
    assertTrue(a.presence().isConnected(TAB));
    assertTrue(b.presence().isConnected(TAB));
    assertEquals(
        List.of(new Change.PresenceChanged(ANN, true), new Change.DeviceMoved(ANN, TAB)),
        ofDevices(here));
    assertEquals(List.of(new Change.PresenceChanged(ANN, true)), ofDevices(there));
  }

  @Test
  void aDeviceThatCameHereFromAnotherNodeHasNotMovedThere() throws InterruptedException {
    RecordedChanges heard = RecordedChanges.from(b);
    CountDownLatch isLate = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    b.subscribe(
        change -> {
          isLate.countDown();
          await(goesOn);
        });
    a.presence().arrive(new AccountId("bob"), PHONE);
    assertTrue(isLate.await(1, TimeUnit.MINUTES));
    a.presence().arrive(ANN, TAB);
    b.presence().arrive(ANN, TAB);
    goesOn.countDown();
    b.catchUp();
    assertFalse(heard.all().contains(new Change.DeviceMoved(ANN, TAB)), heard.all()::toString);

    a.presence().arrive(ANN, TAB);
    b.catchUp();
    assertTrue(heard.all().contains(new Change.DeviceMoved(ANN, TAB)), heard.all()::toString);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Change> ofDevices(RecordedChanges heard) {
    return heard.all().stream().filter(change -> !(change instanceof Change.Typing)).toList();
  }

  @Test
  void aNodeThatStopsRemovesItsDevices() {
    a.presence().arrive(ANN, TAB);
    a.node.close();
    b.catchUp();
    assertFalse(b.presence().isOnline(ANN));
    assertFalse(b.presence().isConnected(TAB));
  }

  @Test
  void aNodeThatWasDeclaredDeadStartsAgain() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    a.subscribe(
        change -> {
          if (change instanceof Change.Interrupted) {
            interrupted.countDown();
          }
        });
    a.handles.collection(CollectionName.NODES).deleteMany(new Document());

    assertTrue(interrupted.await(60, TimeUnit.SECONDS));
    a.presence().arrive(ANN, TAB);
    assertTrue(b.presence().isConnected(TAB));
  }

  /** What is to be removed is found in the store, so that nothing piles up here meanwhile. */
  @Test
  void devicesThatLeaveAFullStoreAreRemovedOnceItHasRoom(TestDatabase database) {
    a.presence().arrive(ANN, PHONE);
    for (int i = 0; i < 50; i++) {
      a.presence().arrive(ANN, new DeviceId("leaving-" + i));
    }
    b.presence().arrive(new AccountId("bob"), new DeviceId("elsewhere"));
    deletes(database, "alwaysOn");
    try {
      for (int i = 0; i < 50; i++) {
        a.presence().leave(ANN, new DeviceId("leaving-" + i));
      }
      assertEquals(52, storedDevices().size());
      a.presence().arrive(ANN, TAB);
    } finally {
      deletes(database, "off");
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (storedDevices().size() > 3) {
      assertTrue(System.nanoTime() < end, "devices are left over after 30 s");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertEquals(Set.of(PHONE.value(), TAB.value(), "elsewhere"), storedDevices());
    assertTrue(a.presence().isConnected(TAB));
  }

  private Set<String> storedDevices() {
    Set<String> ids = new TreeSet<>();
    a.handles.collection(CollectionName.DEVICES).find().map(d -> d.getString("_id")).into(ids);
    return ids;
  }

  private static void deletes(TestDatabase database, String mode) {
    database.failCommands(mode, new Document("errorCode", OUT_OF_DISK_SPACE), "delete");
  }
}

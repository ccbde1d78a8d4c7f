package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.call.MongoLiveCalls;
import io.healthconnect.mongo.change.StoredChanges;
import io.healthconnect.mongo.presence.DevicePlaces;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.call.CallFixtures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates go to the nodes that hold the devices of a call, and to all in case of doubt. */
@WithMongod
final class RoutedCandidatesTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final CallId CALL = new CallId("routed");
  private static final DeviceId PHONE = CallFixtures.deviceOf(ANN);
  private static final DeviceId DESK = new DeviceId("desk");
  private static final DeviceId TABLET = new DeviceId("tablet");
  private static final Duration WITHIN = Duration.ofMinutes(3);

  private TestDatabase database;
  private Server one;
  private Server two;
  private Server three;

  /** A node, and what its sockets could be sent. */
  private static final class Server implements AutoCloseable {
    private final Node node;
    private final LiveCalls calls;
    private final List<Signal> heard = new CopyOnWriteArrayList<>();

    Server(String uri) {
      node = new Node(uri);
      calls = node.store.calls(node.node, InstantSource.system());
      node.subscribe(
          change -> {
            if (change instanceof Change.CallSignalled signalled) {
              heard.add(signalled.signal());
            }
          });
    }

    /** The candidates for a device, and the kinds of other events, since this was last asked. */
    List<String> heard(DeviceId device) {
      node.catchUp();
      List<String> all =
          heard.stream()
              .filter(signal -> signal.devices().includes(device))
              .map(
                  signal ->
                      signal.event() instanceof Signal.CandidateSent sent
                          ? sent.candidate().json()
                          : signal.event().getClass().getSimpleName())
              .toList();
      heard.clear();
      return all;
    }

    LiveCalls at(InstantSource clock) {
      return new MongoLiveCalls(node.handles, node.node.places(), clock);
    }

    @Override
    public void close() {
      node.close();
    }
  }

  @BeforeEach
  void open(TestDatabase test) {
    database = test;
    database.raw().getCollection(CollectionName.CALLS.text()).deleteMany(new Document());
    database.raw().getCollection(CollectionName.DEVICES.text()).deleteMany(new Document());
    one = new Server(database.uri());
    two = new Server(database.uri());
    three = new Server(database.uri());
    one.node.presence().arrive(ANN, PHONE);
    two.node.presence().arrive(BOB, DESK);
    three.node.presence().arrive(BOB, TABLET);
    one.calls.open(CallFixtures.ringing(CALL, ANN, BOB, Optional.empty()), List.of());
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    three.close();
  }

  private static List<String> send(
      LiveCalls calls, AccountId from, DeviceId device, String first, int count) {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String candidate = "{\"candidate\":\"" + first + i + "\"}";
      assertEquals(
          Optional.of(Optional.empty()),
          calls.change(CALL, call -> call.candidate(from, device, new Candidate(candidate), 1000)));
      sent.add(candidate);
    }
    return sent;
  }

  private void answer() {
    two.calls.change(
        CALL,
        call ->
            call.answer(BOB, DESK, new SessionDescription("{}"), CallFixtures.NOW.plusSeconds(1)));
    forgetWhatWasHeard();
  }

  private void forgetWhatWasHeard() {
    one.heard(PHONE);
    two.heard(DESK);
    three.heard(DESK);
  }

  /** Both sides have sent something since the call was answered. */
  private void answerAndPlace() {
    answer();
    send(one.calls, ANN, PHONE, "first", 1);
    send(two.calls, BOB, DESK, "first", 1);
    forgetWhatWasHeard();
  }

  @Test
  void theyReachTheNodeOfTheOtherDeviceOnceAndInOrder() {
    answerAndPlace();
    List<String> toDesk = send(one.calls, ANN, PHONE, "a", 20);
    List<String> toPhone = send(two.calls, BOB, DESK, "b", 20);
    assertEquals(toDesk, two.heard(DESK));
    assertEquals(toPhone, one.heard(PHONE));
    assertEquals(List.of(), three.heard(TABLET));
    assertEquals(List.of(), three.heard(DESK));
    assertEquals(List.of(), three.heard(PHONE));
  }

  /** A candidate costs a node without its people no byte of the stream. */
  @Test
  void theStreamsOfOtherNodesHaveNoEntryOfThem() {
    answerAndPlace();
    try (var stream =
        one.node.handles.database().watch(StoredChanges.pipeline(Set.of("another"))).cursor()) {
      send(one.calls, ANN, PHONE, "a", 20);
      send(two.calls, BOB, DESK, "b", 20);
      one.calls.change(CALL, call -> call.end(ANN, PHONE, CallFixtures.NOW.plusSeconds(9)));
      Document entry = stream.next().getFullDocument();
      assertEquals(
          List.of("ended"),
          entry.getList("signals", Document.class).stream()
              .map(signal -> signal.get("event", Document.class).getString("kind"))
              .toList());
    }
  }

  @Test
  void untilTheStoreHasSaidWhereADeviceIsTheyReachAll() {
    answer();
    List<String> toDesk = send(one.calls, ANN, PHONE, "a", 3);
    assertEquals(toDesk, two.heard(DESK));
    assertEquals(toDesk, three.heard(DESK));
  }

  @Test
  void everythingElseReachesAll() {
    answerAndPlace();
    one.calls.change(CALL, call -> call.description(ANN, PHONE, new SessionDescription("{}")));
    one.calls.change(CALL, call -> call.end(ANN, PHONE, CallFixtures.NOW.plusSeconds(9)));
    assertEquals(List.of("DescriptionSent", "CallEnded"), two.heard(DESK));
    assertEquals(List.of("DescriptionSent", "CallEnded"), three.heard(DESK));
  }

  @Test
  void nobodyRecoversWhereSomethingMayBeMissing() {
    answerAndPlace();
    send(one.calls, ANN, PHONE, "a", 1);
    assertTrue(three.calls.mayMiss(BOB, DESK, WITHIN));
    assertFalse(two.calls.mayMiss(BOB, DESK, WITHIN));
    assertFalse(three.calls.mayMiss(BOB, TABLET, WITHIN));
    assertFalse(three.calls.mayMiss(new AccountId("nobody"), DESK, WITHIN));

    three.node.presence().arrive(BOB, DESK);
    assertFalse(three.calls.follow(BOB, DESK, WITHIN));
    assertTrue(three.calls.mayMiss(BOB, DESK, WITHIN));
  }

  @Test
  void aDeviceThatComesBackToAnotherNodeIsFollowedThere() {
    answerAndPlace();
    LiveCalls later = three.at(() -> InstantSource.system().instant().plus(Duration.ofMinutes(5)));
    assertFalse(later.mayMiss(BOB, DESK, WITHIN));
    three.node.presence().arrive(BOB, DESK);
    assertTrue(later.follow(BOB, DESK, WITHIN));

    List<String> toDesk = send(one.calls, ANN, PHONE, "a", 5);
    assertEquals(toDesk, three.heard(DESK));
    assertEquals(List.of(), two.heard(DESK));
    assertTrue(two.calls.mayMiss(BOB, DESK, WITHIN));
  }

  @Test
  void aDeviceThatComesBackDuringAStepIsNotPlacedWhereItWas() {
    answer();
    AtomicBoolean moved = new AtomicBoolean();
    two.calls.change(
        CALL,
        call -> {
          comesBackToThree(moved);
          return call.candidate(BOB, DESK, new Candidate("{}"), 1000);
        });
    hearsAtThree();
  }

  @Test
  void norIfItComesBackAfterTheStoreHasSaidWhereItIs() {
    answer();
    AtomicBoolean moved = new AtomicBoolean();
    DevicePlaces places = two.node.node.places();
    DevicePlaces late =
        new DevicePlaces() {
          @Override
          public Optional<String> here(DeviceId device) {
            Optional<String> here = places.here(device);
            if (here.isPresent()) {
              comesBackToThree(moved);
            }
            return here;
          }

          @Override
          public boolean isThis(String place) {
            return places.isThis(place);
          }

          @Override
          public Set<String> of(AccountId account) {
            return places.of(account);
          }
        };
    send(new MongoLiveCalls(two.node.handles, late, InstantSource.system()), BOB, DESK, "b", 1);
    assertTrue(moved.get());
    hearsAtThree();
  }

  @Test
  void norByAnAnswerThatIsLate() {
    AtomicBoolean moved = new AtomicBoolean();
    comesBackToThree(moved);
    answer();
    send(two.calls, BOB, DESK, "b", 2);
    hearsAtThree();
  }

  private void comesBackToThree(AtomicBoolean moved) {
    if (!moved.getAndSet(true)) {
      three.node.presence().arrive(BOB, DESK);
      assertTrue(three.calls.follow(BOB, DESK, WITHIN));
    }
  }

  private void hearsAtThree() {
    three.heard(DESK);
    assertEquals(send(one.calls, ANN, PHONE, "a", 5), three.heard(DESK));
  }

  /** A node of an older release keeps the members that it does not know, and names no nodes. */
  @Test
  void whatAnOlderNodeWritesReachesAll() {
    answerAndPlace();
    send(one.calls, ANN, PHONE, "a", 1);
    two.heard(DESK);
    var calls = database.raw().getCollection(CollectionName.CALLS.text());
    Document call = calls.find(new Document("_id", CALL.value())).first();
    assertTrue(call.toJson().contains("\"node\""), call::toJson);
    call.put("version", call.getLong("version") + 1);
    call.getList("signals", Document.class).forEach(signal -> signal.remove("node"));
    call.get("callee", Document.class).put("device", TABLET.value());
    calls.replaceOne(new Document("_id", CALL.value()), call);
    assertEquals(1, two.heard(DESK).size());
    assertEquals(1, three.heard(DESK).size());

    List<String> toTablet = send(one.calls, ANN, PHONE, "t", 2);
    assertEquals(toTablet, three.heard(TABLET));
    assertEquals(toTablet, two.heard(TABLET));
  }

  @Test
  void aStreamThatEndsGoesOnWithThemWithoutGapsOrRepeats() {
    answerAndPlace();
    List<String> toDesk = send(one.calls, ANN, PHONE, "a", 5);
    database.failCommands(
        new Document("times", 3), new Document("closeConnection", true), "getMore");
    toDesk.addAll(send(one.calls, ANN, PHONE, "b", 20));
    assertEquals(toDesk, two.heard(DESK));
    assertEquals(List.of(), three.heard(DESK));
  }

  /** The others have removed it: it goes on under a new name, which its stream follows. */
  @Test
  void aNodeWithANewNameHearsWhatIsSentToBothOfItsNames() throws Exception {
    answerAndPlace();
    CountDownLatch renamed = new CountDownLatch(1);
    two.node.subscribe(
        change -> {
          if (change instanceof Change.Interrupted) {
            renamed.countDown();
          }
        });
    Document device = device(DESK);
    database
        .raw()
        .getCollection(CollectionName.NODES.text())
        .deleteOne(new Document("_id", device.getString("nodeId")));
    assertTrue(renamed.await(1, TimeUnit.MINUTES));
    assertEquals(send(one.calls, ANN, PHONE, "a", 3), two.heard(DESK));

    two.node.presence().arrive(BOB, DESK);
    assertFalse(device.getString("nodeId").equals(device(DESK).getString("nodeId")));
    assertTrue(two.calls.follow(BOB, DESK, WITHIN));
    send(two.calls, BOB, DESK, "b", 1);
    assertEquals(send(one.calls, ANN, PHONE, "c", 3), two.heard(DESK));
    // The stream may not have followed the new name yet: then they went to all.
    two.heard(DESK);
    send(two.calls, BOB, DESK, "d", 1);
    one.heard(PHONE);
    three.heard(DESK);
    assertEquals(send(one.calls, ANN, PHONE, "e", 3), two.heard(DESK));
    assertEquals(List.of(), three.heard(DESK));
  }

  private Document device(DeviceId device) {
    return database
        .raw()
        .getCollection(CollectionName.DEVICES.text())
        .find(new Document("_id", device.value()))
        .first();
  }
}

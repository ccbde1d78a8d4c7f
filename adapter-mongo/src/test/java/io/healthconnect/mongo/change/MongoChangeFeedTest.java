package io.healthconnect.mongo.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertOneOptions;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.Node;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithMongod
final class MongoChangeFeedTest {
  private static final AccountId ANN = new AccountId("ann");

  /** How the server knows the node whose reads are to fail. */
  private static final String FOLLOWER = "follower";

  private final BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
  private Node follower;
  private Node writer;

  @BeforeEach
  void follow(TestDatabase database) {
    follower = new Node(named(database.uri(), FOLLOWER));
    writer = new Node(database.uri());
    follower.subscribe(heard::add);
  }

  @AfterEach
  void stop() {
    follower.close();
    writer.close();
  }

  @Test
  void tellsWhatAnotherNodeStoresInItsOrder() throws InterruptedException {
    assertEquals(type(100), next(100));
  }

  @Test
  void aListenerThatThrowsEndsNeitherTheThreadNorTheChangesOfOthers() throws InterruptedException {
    follower.subscribe(
        change -> {
          throw new AssertionError("a bug");
        });
    assertEquals(type(2), next(2));
    assertEquals(type(1), next(1));
    // The third may still be in progress.
    assertTrue(follower.node.feed().listenerFailures() >= 2);
  }

  /** M-08. */
  @Test
  void m08SkipsWhatItCannotReadAndCountsIt() throws InterruptedException {
    List<Change> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      poison(new Document("people", List.of("x" + i)).append("signals", 7));
      poison(new Document("signals", List.of(new Document("to", "bob"))));
      sent.addAll(type(1));
    }
    assertEquals(sent, next(20));
    assertEquals(40, follower.node.feed().skipped());
    assertEquals(0, follower.node.feed().interruptions());
  }

  /** Stores a call that the server's validation would refuse. */
  private void poison(Document call) {
    writer
        .handles
        .collection(CollectionName.CALLS)
        .insertOne(call, new InsertOneOptions().bypassDocumentValidation(true));
  }

  @Test
  void m08IsNotStoppedByADocumentThatFillsAnEvent(TestDatabase database)
      throws InterruptedException {
    try (MongoClient client = MongoClients.create(database.uri())) {
      Document room = new Document("setParameter", 1);
      room.append("wiredTigerEngineRuntimeConfig", "cache_size=1G");
      client.getDatabase("admin").runCommand(room);
    }
    Binary most = new Binary(new byte[16 * 1024 * 1024 - 100]);
    poison(new Document("signals", most));

    assertEquals(type(1), next(1));
    assertEquals(1, follower.node.feed().skipped());
    assertEquals(0, follower.node.feed().interruptions());
  }

  @Test
  void continuesAfterALostConnectionWithoutGapsOrRepeats(TestDatabase database)
      throws InterruptedException {
    List<Change> sent = new ArrayList<>(type(5));
    fail(database, 3, new Document("closeConnection", true));
    sent.addAll(type(20));
    follower.catchUp();

    List<Change> told = next(25);
    assertEquals(sent, told);
    assertEquals(0, follower.node.feed().interruptions());
  }

  /** M-09. */
  @ParameterizedTest
  @ValueSource(ints = {260, 286})
  void m09SaysSoWhenTheServerHasForgottenWhereItWas(int code, TestDatabase database)
      throws InterruptedException {
    fail(database, 1, new Document("errorCode", code));
    assertEquals(List.of(new Change.Interrupted()), next(1));

    assertEquals(1, follower.node.feed().interruptions());
    assertEquals(type(3), next(3));
  }

  private static String named(String uri, String application) {
    return uri + (uri.contains("?") ? "&" : "?") + "appName=" + application;
  }

  /** The next reads of the follower's change stream fail. */
  private static void fail(TestDatabase database, int times, Document how) {
    database.failCommands(new Document("times", times), how.append("appName", FOLLOWER), "getMore");
  }

  private List<Change> type(int count) {
    List<Change> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Change.Typing typing = new Change.Typing(ANN, new AccountId("b" + i));
      writer.tell(typing);
      sent.add(typing);
    }
    return sent;
  }

  private List<Change> next(int count) throws InterruptedException {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Change change = heard.poll(60, TimeUnit.SECONDS);
      if (change == null) {
        throw new AssertionError("only " + changes);
      }
      changes.add(change);
    }
    return changes;
  }
}

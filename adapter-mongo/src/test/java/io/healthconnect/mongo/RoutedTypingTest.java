package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.appointment.Contacts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signs of typing go to the nodes of the receiver, and to all in case of doubt. */
@WithMongod
final class RoutedTypingTest {
  private static final AccountId DOCTOR = new AccountId("d1");
  private static final AccountId PATIENT = new AccountId("p1");
  private static final Change TYPING = new Change.Typing(DOCTOR, PATIENT);

  private Server one;
  private Server two;
  private Server three;

  /** A node, and the signs that it would pass on. */
  private static final class Server implements AutoCloseable {
    private final Node node;
    private final List<Change> heard = new CopyOnWriteArrayList<>();

    Server(String uri) {
      node = new Node(uri);
      node.subscribe(
          change -> {
            if (change.equals(TYPING)) {
              heard.add(change);
            }
          });
    }

    void type() {
      node.catchUp();
      assertTrue(node.store.typing(node.node).typing(DOCTOR, PATIENT));
    }

    int heard() {
      node.catchUp();
      return heard.size();
    }

    @Override
    public void close() {
      node.close();
    }
  }

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().getCollection(CollectionName.DEVICES.text()).deleteMany(new Document());
    one = new Server(database.uri());
    two = new Server(database.uri());
    three = new Server(database.uri());
    try (FollowedStore store = new FollowedStore(database.uri())) {
      Contacts.add(store.stores(), "d1", "p1");
    }
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    three.close();
  }

  private List<Integer> heard() {
    return List.of(one.heard(), two.heard(), three.heard());
  }

  @Test
  void theyReachEachNodeOfTheReceiverOnce() {
    two.node.presence().arrive(PATIENT, new DeviceId("phone"));
    one.type();
    assertEquals(List.of(0, 1, 0), heard());
    two.type();
    assertEquals(List.of(0, 2, 0), heard());
    three.node.presence().arrive(PATIENT, new DeviceId("desk"));
    one.type();
    assertEquals(List.of(0, 3, 1), heard());
  }

  @Test
  void theyReachAllWhileNobodyKnowsWhereTheReceiverIs() {
    one.node.presence().arrive(DOCTOR, new DeviceId("desk"));
    one.type();
    assertEquals(List.of(1, 1, 1), heard());
  }
}

package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.Member;
import io.healthconnect.mongod.ReplicaSet;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.message.Drafts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** M-03: all that a request asks of the store ends by one deadline. */
@WithMongod
final class RequestDeadlineTest {
  private static final AccountId DOCTOR = new AccountId("d1");

  private static final AuditQuery ALL = new AuditQuery(Optional.empty(), PageRequest.first(1));

  private static StoreOfThree all;
  private static ReplicaSet set;
  private static MongoHandles handles;
  private static MongoStore store;

  @BeforeAll
  static void start() {
    all = StoreOfThree.with("p1", "p2");
    set = all.set();
    handles = all.handles();
    store = all.store();
  }

  @AfterAll
  static void end() {
    all.close();
  }

  private static void slowReads(String mode) {
    set.failPoint(
        "failCommand",
        new Document("mode", mode)
            .append(
                "data",
                new Document("failCommands", List.of("find"))
                    .append("blockConnection", true)
                    .append("blockTimeMS", 1_800)));
  }

  private static boolean isUnavailable(Supplier<?> operation) {
    try {
      operation.get();
      return false;
    } catch (StoreUnavailableException e) {
      assertEquals(StoreUnavailableException.Cause.UNAVAILABLE, e.reason());
      return true;
    }
  }

  private static List<String> stored() {
    return store.messages().after(Drafts.text("m", "d1", "p1", "Hi").conversation(), 0, 9).stream()
        .map(Message::clientId)
        .map(Object::toString)
        .toList();
  }

  /** Each read is quick enough by itself, three of them are not. */
  @Test
  void sendsNothingOnceTheOperationsOfARequestHaveTakenItsTime() {
    Draft late = Drafts.text("late", "d1", "p1", "Hi");
    slowReads("alwaysOn");
    try {
      for (int i = 0; i < 3; i++) {
        assertTrue(store.accounts().find(DOCTOR).isPresent(), "outside of a request");
      }
      boolean sent =
          handles.request(
              () -> {
                boolean all = true;
                for (int i = 0; i < 3; i++) {
                  all &= !isUnavailable(() -> store.accounts().find(DOCTOR));
                }
                slowReads("off");
                assertTrue(isUnavailable(() -> store.accounts().find(DOCTOR)), "a read");
                assertTrue(isUnavailable(() -> store.messages().append(late)), "a transaction");
                assertTrue(isUnavailable(() -> store.audit().find(ALL)), "a page");
                return all;
              });
      assertEquals(false, sent);
    } finally {
      slowReads("off");
    }
    assertEquals(List.of(), stored());
    value(store.messages().append(late));
    assertEquals(1, stored().size());
  }

  /** Without a majority, each of these operations would take the whole time. */
  @Test
  void endsAsSoonAsOneOperationWouldWhenTheSetIsFrozen() {
    List<Member> others = set.members().stream().filter(member -> member != set.primary()).toList();
    Draft draft = Drafts.text("frozen", "d1", "p2", "Hi");
    others.forEach(Member::freeze);
    long began = System.nanoTime();
    long took;
    try {
      handles.request(
          () -> {
            for (int i = 0; i < 3; i++) {
              assertThrows(StoreUnavailableException.class, () -> store.messages().append(draft));
            }
            return draft;
          });
      took = System.nanoTime() - began;
    } finally {
      others.forEach(Member::thaw);
    }
    assertTrue(took < 10_000_000_000L, took / 1_000_000 + " ms");
    while (!set.isWhole()) {
      Thread.onSpinWait();
    }
    value(store.messages().append(draft));
  }
}

package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.message.Drafts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * T-09: two nodes whose clocks are 30 seconds apart; what counts are the numbers of the store.
 * {@code -Dskew.messages=5000} makes each of them send more.
 */
@WithMongod
final class SkewedClocksTest {
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int MESSAGES = Integer.getInteger("skew.messages", 500);
  private static final int TRIES = 12;
  private static final Conversation CONVERSATION =
      Conversation.between(new AccountId("d1"), new AccountId("p1"));

  private FollowedStore ahead;
  private FollowedStore behind;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    ahead = new FollowedStore(database.uri());
    behind = new FollowedStore(database.uri());
    Contacts.add(ahead.stores(), "d1", "p1");
    ahead.catchUp();
    behind.catchUp();
  }

  @AfterEach
  void close() {
    ahead.close();
    behind.close();
  }

  @Test
  void t09EverybodySeesTheMessagesOfBothNodesInOneOrder() {
    RecordedChanges here = RecordedChanges.from(ahead);
    RecordedChanges there = RecordedChanges.from(behind);
    Race.of(
        2,
        i -> i == 0 ? sender(ahead, "d1", "p1", Duration.ZERO) : sender(behind, "p1", "d1", SKEW));
    List<Message> stored = all(ahead);
    assertEquals(2 * MESSAGES, stored.size());
    for (int i = 0; i < stored.size(); i++) {
      assertEquals(i + 1, stored.get(i).seq());
    }
    assertEquals(stored, all(behind));
    assertEquals(stored, messages(here));
    assertEquals(stored, messages(there));
    // By their times they would be in another order.
    assertTrue(goesBack(stored), "the nodes did not take turns");
  }

  private static Callable<Void> sender(
      FollowedStore node, String from, String to, Duration behind) {
    return () -> {
      for (int i = 0; i < MESSAGES; i++) {
        Draft draft = Drafts.text(from + "-" + i, from, to, "Text " + i);
        send(
            node,
            new Draft(
                draft.id(),
                draft.sender(),
                draft.receiver(),
                draft.text(),
                draft.attachment(),
                draft.clientId(),
                Drafts.SENT.plusMillis(i).minus(behind)));
      }
      return null;
    };
  }

  /** Sends it again, as clients do, when a slow machine has kept it from the store for too long. */
  private static void send(FollowedStore node, Draft draft) {
    for (int tries = 1; ; tries++) {
      try {
        value(node.stores().messages().append(draft));
        return;
      } catch (StoreUnavailableException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private static List<Message> all(FollowedStore node) {
    List<Message> all = new ArrayList<>();
    List<Message> page;
    do {
      page = node.stores().messages().after(CONVERSATION, all.size(), 100);
      all.addAll(page);
    } while (!page.isEmpty());
    return all;
  }

  private static List<Message> messages(RecordedChanges heard) {
    return heard.all().stream()
        .filter(Change.MessageSent.class::isInstance)
        .map(change -> ((Change.MessageSent) change).message())
        .toList();
  }

  private static boolean goesBack(List<Message> messages) {
    for (int i = 1; i < messages.size(); i++) {
      if (messages.get(i).createdAt().isBefore(messages.get(i - 1).createdAt())) {
        return true;
      }
    }
    return false;
  }
}

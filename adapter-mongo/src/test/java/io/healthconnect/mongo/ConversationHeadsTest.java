package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.message.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A writer may fail between storing a message and clearing the mark of the previous one. */
@WithMongod
final class ConversationHeadsTest {
  private static final List<String> BOTH = List.of("d1", "p1");

  @Test
  void listsAConversationOnceWhateverIsStillMarked(TestDatabase database) {
    try (FollowedStore store = new FollowedStore(database.uri())) {
      Contacts.add(store.stores(), "d1", "p1");
      Contacts.add(store.stores(), "d1", "p2");
      MessageRepository messages = store.stores().messages();
      for (int i = 1; i <= 4; i++) {
        value(messages.append(at("m" + i, "p1", i)));
      }
      Message last = value(messages.append(at("m5", "p1", 5)));
      Message older = value(messages.append(at("n1", "p2", 0)));
      database
          .raw()
          .getCollection("messages")
          .updateMany(Filters.lt("seq", 5), Updates.set("heads", BOTH));
      database
          .raw()
          .getCollection("messages")
          .updateOne(Filters.eq("_id", "n1"), Updates.set("heads", List.of("d1", "p2")));
      assertEquals(List.of(last, older), walk(messages, 1));
      assertEquals(List.of(last, older), walk(messages, 9));
    }
  }

  private static Draft at(String id, String patient, int second) {
    Draft draft = Drafts.text(id, "d1", patient, "Hi");
    return new Draft(
        draft.id(),
        draft.sender(),
        draft.receiver(),
        draft.text(),
        draft.attachment(),
        draft.clientId(),
        Drafts.SENT.plusSeconds(second));
  }

  private static List<Message> walk(MessageRepository messages, int limit) {
    List<Message> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<ConversationSummary> page =
          messages.conversations(new AccountId("d1"), new PageRequest(limit, after));
      page.items().forEach(line -> seen.add(line.lastMessage()));
      after = page.next();
    } while (after.isPresent());
    return seen;
  }
}

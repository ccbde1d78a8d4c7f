package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.model.UpdateOptions;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.message.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C-07: ten damaged documents among thirty hide no other document. */
@WithMongod
final class DamagedDocumentsTest {
  private static final int DOCUMENTS = 30;

  private FollowedStore store;

  @BeforeEach
  void open(TestDatabase database) {
    store = new FollowedStore(database.uri());
    store.clear();
    People.add(store.stores(), "d1", "p1");
  }

  @AfterEach
  void close() {
    store.clear();
    store.close();
  }

  @Test
  void c07MessagesGoOnBehindDamagedOnes(TestDatabase database) {
    Contacts.add(store.stores(), "d1", "p1");
    List<Message> sent = new ArrayList<>();
    for (int i = 1; i <= DOCUMENTS; i++) {
      sent.add(value(store.stores().messages().append(Drafts.text("m" + i, "d1", "p1", "Hi"))));
    }
    Conversation conversation = sent.get(0).conversation();
    damage(database, "messages", new Document("seq", third()), "senderId");
    List<Long> whole =
        LongStream.rangeClosed(1, DOCUMENTS).filter(i -> i % 3 != 0).boxed().toList();
    assertEquals(whole, seqs(store.stores().messages().after(conversation, 0, DOCUMENTS)));
    assertEquals(
        whole, seqs(store.stores().messages().before(conversation, DOCUMENTS + 1, DOCUMENTS)));
    assertEquals(List.of(4L, 5L, 7L), seqs(store.stores().messages().after(conversation, 2, 3)));
  }

  @Test
  void c07AppointmentsGoOnBehindDamagedOnes(TestDatabase database) {
    for (int i = 1; i <= DOCUMENTS; i++) {
      value(
          store
              .stores()
              .appointments()
              .book(
                  Appointments.pending((i % 3 == 0 ? "x" : "v") + i, "d1", "p1", 60 * i),
                  Optional.empty(),
                  Appointments.UNLIMITED));
    }
    Document damaged = new Document("_id", new Document("$gte", "x"));
    damage(database, "appointments", damaged, "mode");
    List<Appointment> found = new ArrayList<>();
    PageRequest page = PageRequest.first(4);
    for (boolean more = true; more; ) {
      var next = store.stores().appointments().list(query(page));
      found.addAll(next.items());
      more = next.next().isPresent();
      page = new PageRequest(4, next.next());
    }
    assertEquals(20, found.size());
  }

  private static AppointmentQuery query(PageRequest page) {
    return new AppointmentQuery(
        new AccountId("p1"),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        page);
  }

  private static Document third() {
    return new Document("$mod", List.of(3, 0));
  }

  private static void damage(
      TestDatabase database, String collection, Document which, String member) {
    long damaged =
        database
            .raw()
            .getCollection(collection)
            .updateMany(
                which,
                new Document("$unset", new Document(member, "")),
                new UpdateOptions().bypassDocumentValidation(true))
            .getModifiedCount();
    assertEquals(10, damaged);
  }

  private static List<Long> seqs(List<Message> messages) {
    return messages.stream().map(Message::seq).toList();
  }
}

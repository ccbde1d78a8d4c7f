package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.Member;
import io.healthconnect.mongod.ReplicaSet;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the stores do while members of their replica set go and come. */
@WithMongod
final class FailoverTest {
  private static ReplicaSet set;
  private static MongoHandles handles;
  private static MongoStore store;

  @BeforeAll
  static void start() {
    set = ReplicaSet.start(3);
    handles = MongoHandles.open(set.uri());
    store = new MongoStore(handles);
    store.doctors().add(Accounts.doctor("d1"), Doctors.valid("d1"));
    store.patients().add(Accounts.patient("p1"), Patients.blank("p1"));
  }

  @AfterAll
  static void end() {
    handles.close();
    set.close();
  }

  private static List<Long> numbers(String patient) {
    Conversation conversation = Drafts.text("m", "d1", patient, "Hi").conversation();
    return store.messages().after(conversation, 0, 100).stream().map(Message::seq).toList();
  }

  @Test
  void losesAndRepeatsNoMessageOverAnElection() {
    MessageRepository messages = store.messages();
    List<Long> answered = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      if (i == 10) {
        set.stepDown();
      }
      answered.add(value(messages.append(Drafts.text("e" + i, "d1", "p1", "Hi"))).seq());
    }
    assertEquals(answered, numbers("p1"));
  }

  private static void once(String failPoint, Document data) {
    Document times = new Document("times", 1);
    set.failPoint(failPoint, new Document("mode", times).append("data", data));
  }

  @Test
  void storesOnceWhenTheAnswerIsLost() {
    for (int i = 0; i < 5; i++) {
      // The write happens, and the connection breaks before its answer.
      once("onPrimaryTransactionalWrite", new Document("closeConnection", true));
      value(store.messages().append(Drafts.text("f" + i, "d1", "p3", "Hi")));
      once(
          "failCommand",
          new Document("failCommands", List.of("commitTransaction"))
              .append("closeConnection", true));
      Appointment visit = Appointments.pending("v" + i, "d1", "p1", 30 * i);
      value(store.appointments().book(visit, Optional.empty()));
    }
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers("p3"));
    assertEquals(
        5,
        store
            .appointments()
            .occupying(Doctors.valid("d1").id(), Appointments.at(0, 300).slot())
            .size());
  }

  @Test
  void goesOnAfterAMemberThatOnlySaidItWasShuttingDown() {
    once(
        "failCommand",
        new Document("failCommands", List.of("commitTransaction"))
            .append("errorCode", 91)
            .append("errorLabels", List.of("RetryableWriteError")));
    value(
        store.appointments().book(Appointments.pending("s1", "d1", "p1", 3000), Optional.empty()));
  }

  @Test
  void saysThatItIsUnavailableWithoutAMajority() {
    List<Member> others = set.members().stream().filter(member -> member != set.primary()).toList();
    others.forEach(Member::freeze);
    try {
      StoreUnavailableException e =
          assertThrows(
              StoreUnavailableException.class,
              () -> store.messages().append(Drafts.text("u1", "d1", "p2", "Hi")));
      assertEquals(StoreUnavailableException.Cause.UNAVAILABLE, e.reason());
    } finally {
      others.forEach(Member::thaw);
    }
    value(store.messages().append(Drafts.text("u1", "d1", "p2", "Hi")));
    assertEquals(List.of(1L), numbers("p2"));
  }
}

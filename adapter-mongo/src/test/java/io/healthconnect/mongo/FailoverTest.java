package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.mongod.Member;
import io.healthconnect.mongod.ReplicaSet;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.message.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The behaviour of the stores while members of their replica set fail and return. */
@WithMongod
final class FailoverTest {
  private static StoreOfThree all;
  private static ReplicaSet set;
  private static MongoStore store;

  @BeforeAll
  static void start() {
    all = StoreOfThree.with("p1", "p2", "p3", "p4", "p5");
    set = all.set();
    store = all.store();
  }

  @AfterAll
  static void end() {
    all.close();
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
      // The message is stored, and the answer says that the member is about to stop.
      once(
          "failCommand",
          new Document("failCommands", List.of("commitTransaction"))
              .append(
                  "writeConcernError",
                  new Document("code", 91)
                      .append("errmsg", "shutting down")
                      .append("errorLabels", List.of("RetryableWriteError"))));
      value(store.messages().append(Drafts.text("f" + i, "d1", "p3", "Hi")));
      once(
          "failCommand",
          new Document("failCommands", List.of("commitTransaction"))
              .append("closeConnection", true));
      Appointment appointment = Appointments.pending("v" + i, "d1", "p1", 30 * i);
      value(store.appointments().book(appointment, Optional.empty(), Appointments.UNLIMITED));
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
  void continuesAfterAMemberAnnouncedItsShutdown() {
    once(
        "failCommand",
        new Document("failCommands", List.of("commitTransaction"))
            .append("errorCode", 91)
            .append("errorLabels", List.of("RetryableWriteError")));
    value(
        store
            .appointments()
            .book(
                Appointments.pending("s1", "d1", "p1", 3000),
                Optional.empty(),
                Appointments.UNLIMITED));
  }

  @Test
  void aResendOfWhatNoMajorityHasYetIsNeitherStoredNorRefused() {
    Draft draft = Drafts.text("r1", "d1", "p4", "Hi");
    set.stopReplication();
    try {
      for (int i = 0; i < 2; i++) {
        StoreUnavailableException e =
            assertThrows(
                StoreUnavailableException.class, () -> store.messages().append(draft), "try " + i);
        assertEquals(StoreUnavailableException.Cause.UNAVAILABLE, e.reason());
      }
    } finally {
      set.resumeReplication();
    }
    assertEquals(1, value(store.messages().append(draft)).seq());
    assertEquals(List.of(1L), numbers("p4"));
  }

  /** M-03: the deadline is that of the whole transaction, with its end. */
  @Test
  void m03AnswersInTimeWhenThePrimaryDoesNot() {
    Member frozen = set.primary();
    Draft draft = Drafts.text("z1", "d1", "p5", "Hi");
    long began = System.nanoTime();
    frozen.freeze();
    try {
      value(store.messages().append(draft));
    } catch (StoreUnavailableException e) {
      assertEquals(StoreUnavailableException.Cause.UNAVAILABLE, e.reason());
    } finally {
      long took = System.nanoTime() - began;
      frozen.thaw();
      assertTrue(took < 7_000_000_000L, took / 1_000_000 + " ms");
    }
    while (!set.isWhole()) {
      Thread.onSpinWait();
    }
    assertEquals(1, value(store.messages().append(draft)).seq());
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

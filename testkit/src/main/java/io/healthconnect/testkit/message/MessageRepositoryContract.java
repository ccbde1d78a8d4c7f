package io.healthconnect.testkit.message;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static io.healthconnect.testkit.message.Drafts.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.MessageRepository.Refusal;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.media.MediaFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link MessageRepository}. */
public interface MessageRepositoryContract {
  Conversation CONVERSATION = Conversation.between(new AccountId("d1"), new AccountId("p1"));

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private MessageRepository messages() {
    Contacts.add(stores(), "d1", "p1");
    return stores().messages();
  }

  private Message send(String id, String from, String to) {
    return value(messages().append(Drafts.text(id, from, to, "Text " + id)));
  }

  private static Draft draft(String id, String clientId, Optional<String> text, Instant at) {
    return new Draft(
        new MessageId(id),
        new AccountId("d1"),
        new AccountId("p1"),
        text,
        text.isPresent() ? Optional.empty() : Optional.of(new Image(new MediaId("i1"), 640, 480)),
        new ClientId(clientId),
        at);
  }

  @Test
  default void numbersAndKeepsMessages() {
    Message text = send("m1", "d1", "p1");
    MediaFixtures.keep(stores(), MediaFixtures.sent("i1", "d1", "p1"));
    Message image = value(messages().append(draft("m2", "c2", Optional.empty(), SENT)));
    Message reply = send("m3", "p1", "d1");
    assertEquals(1, text.seq());
    assertEquals(2, image.seq());
    assertEquals(3, reply.seq());
    assertEquals(List.of(text, image, reply), messages().after(CONVERSATION, 0, 100));
  }

  @Test
  default void answersAResendWithTheStoredMessage() {
    assertEquals(List.of(), messages().after(CONVERSATION, 0, 100));
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Message first = value(messages().append(draft("m1", "c1", Optional.of("Hi"), SENT)));
    Message again =
        value(messages().append(draft("m2", "c1", Optional.of("Hi"), SENT.plusMillis(9))));
    assertEquals(first, again);
    assertEquals(List.of(first), messages().after(CONVERSATION, 0, 100));
    assertEquals(List.of(new Change.MessageSent(first)), heard.all());
  }

  @Test
  default void refusesAClientIdOfAnotherMessage() {
    value(messages().append(draft("m1", "c1", Optional.of("Hi"), SENT)));
    assertEquals(
        Result.failure(Refusal.CLIENT_ID_REUSED),
        messages().append(draft("m2", "c1", Optional.of("Ho"), SENT)));
    assertEquals(
        Result.failure(Refusal.CLIENT_ID_REUSED),
        messages().append(draft("m3", "c1", Optional.empty(), SENT)));
    Message ofAnother =
        value(
            messages()
                .append(
                    new Draft(
                        new MessageId("m4"),
                        new AccountId("p1"),
                        new AccountId("d1"),
                        Optional.of("Hi"),
                        Optional.empty(),
                        new ClientId("c1"),
                        SENT)));
    assertEquals(2, ofAnother.seq());
  }

  @Test
  default void storesNothingBetweenStrangers() {
    People.add(stores(), "d1", "p1");
    People.addPatient(stores(), "p2");
    Contacts.add(stores(), "d2", "p1");
    for (String other : List.of("p1", "p2", "d2", "nobody")) {
      Draft draft = Drafts.text("m-" + other, "d1", other, "Hi");
      assertEquals(
          Result.failure(Refusal.NOT_IN_CONTACT), stores().messages().append(draft), other);
    }
    assertEquals(List.of(), stores().messages().after(CONVERSATION, 0, 100));
  }

  /** Z-10. */
  @Test
  default void z10StoresNothingOnceContactHasEnded() {
    People.add(stores(), "d1", "p1");
    Appointment first = book("v1", 0);
    Appointment second = book("v2", 60);
    Draft kept = Drafts.text("m1", "d1", "p1", "Hi");
    cancel(first);
    value(stores().messages().append(kept));
    cancel(second);
    assertEquals(Result.failure(Refusal.NOT_IN_CONTACT), stores().messages().append(kept));
    Draft late = Drafts.text("m2", "p1", "d1", "Still there?");
    assertEquals(Result.failure(Refusal.NOT_IN_CONTACT), stores().messages().append(late));
    assertEquals(List.of(1L), seqs(stores().messages().after(CONVERSATION, 0, 100)));
    book("v3", 120);
    assertEquals(2, value(stores().messages().append(late)).seq());
  }

  @Test
  default void z10StoresNothingOnceOneOfTheTwoWasErased() {
    for (String erased : List.of("p1", "d2")) {
      String doctor = erased.equals("p1") ? "d1" : "d2";
      String patient = erased.equals("p1") ? "p1" : "p2";
      Contacts.add(stores(), doctor, patient);
      erase(erased);
      for (boolean byDoctor : new boolean[] {true, false}) {
        Draft draft =
            Drafts.text(
                "m-" + erased + byDoctor,
                byDoctor ? doctor : patient,
                byDoctor ? patient : doctor,
                "Hi");
        assertEquals(Result.failure(Refusal.NOT_IN_CONTACT), stores().messages().append(draft));
      }
    }
  }

  private void erase(String id) {
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, SENT).about(new AccountId(id));
    value(stores().administration().erase(new Erasure(new AccountId(id), Optional.empty(), event)));
  }

  private Appointment book(String id, int minute) {
    Appointment appointment = Appointments.pending(id, "d1", "p1", minute);
    return value(
        stores().appointments().book(appointment, Optional.empty(), Appointments.UNLIMITED));
  }

  private void cancel(Appointment appointment) {
    AccountId patient = appointment.patientId().account();
    stores().appointments().save(value(appointment.cancel(patient, "Well", Appointments.BOOKED)));
  }

  @Test
  default void pagesBothWays() {
    for (int i = 1; i <= 5; i++) {
      send("m" + i, i % 2 == 0 ? "d1" : "p1", i % 2 == 0 ? "p1" : "d1");
    }
    assertEquals(List.of(4L, 5L), seqs(messages().before(CONVERSATION, Long.MAX_VALUE, 2)));
    assertEquals(List.of(2L, 3L), seqs(messages().before(CONVERSATION, 4, 2)));
    assertEquals(List.of(), seqs(messages().before(CONVERSATION, 1, 2)));
    assertEquals(List.of(1L, 2L), seqs(messages().after(CONVERSATION, 0, 2)));
    assertEquals(List.of(5L), seqs(messages().after(CONVERSATION, 4, 2)));
    assertEquals(List.of(), seqs(messages().after(CONVERSATION, 5, 2)));
  }

  private static List<Long> seqs(List<Message> messages) {
    return messages.stream().map(Message::seq).toList();
  }

  @Test
  default void marksWhatTheReaderReceivedAsRead() {
    send("m1", "d1", "p1");
    send("m2", "p1", "d1");
    send("m3", "d1", "p1");
    send("m4", "d1", "p1");
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    AccountId reader = new AccountId("p1");
    Instant at = SENT.plusSeconds(5);
    assertEquals(2, messages().markRead(CONVERSATION, reader, 3, at));
    assertEquals(0, messages().markRead(CONVERSATION, reader, 3, at.plusSeconds(1)));
    assertEquals(0, messages().markRead(CONVERSATION, reader, 1, at.plusSeconds(1)));
    assertEquals(
        List.of(Optional.of(at), Optional.empty(), Optional.of(at), Optional.empty()),
        messages().after(CONVERSATION, 0, 9).stream().map(Message::readAt).toList());
    assertEquals(1, messages().markRead(CONVERSATION, reader, 1000, at));
    assertEquals(
        List.of(
            new Change.MessagesRead(reader, new AccountId("d1"), 3),
            new Change.MessagesRead(reader, new AccountId("d1"), 4)),
        heard.all());
    send("m5", "d1", "p1");
    assertEquals(1, messages().markRead(CONVERSATION, reader, 5, at));
  }

  @Test
  default void marksWithoutAnEventOnceContactHasEnded() {
    People.add(stores(), "d1", "p1");
    Appointment appointment = book("v1", 0);
    value(stores().messages().append(Drafts.text("m1", "d1", "p1", "Hi")));
    cancel(appointment);
    assertMarksSilently("p1");
  }

  @Test
  default void marksWithoutAnEventOnceOneOfTheTwoWasErased() {
    send("m1", "p1", "d1");
    erase("p1");
    assertMarksSilently("d1");
  }

  private void assertMarksSilently(String by) {
    AccountId reader = new AccountId(by);
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    assertEquals(1, stores().messages().markRead(CONVERSATION, reader, 9, SENT));
    assertEquals(0, stores().messages().markRead(CONVERSATION, reader, 9, SENT));
    assertEquals(List.of(), heard.all());
    assertEquals(
        0, stores().messages().conversations(reader, PageRequest.first(1)).items().get(0).unread());
  }

  @Test
  default void marksNothingInAnEmptyConversation() {
    assertEquals(0, messages().markRead(CONVERSATION, new AccountId("p1"), 9, SENT));
    assertEquals(List.of(), messages().after(CONVERSATION, 0, 9));
  }

  @Test
  default void listsConversationsLatestFirstWithUnreadCounts() {
    for (String patient : List.of("p1", "p2", "p3", "p4", "p5")) {
      Contacts.add(stores(), "d1", patient);
      send("m-" + patient, patient, "d1");
    }
    Message last =
        value(messages().append(draft("m9", "c9", Optional.of("!"), SENT.plusMillis(1))));
    List<ConversationSummary> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<ConversationSummary> page =
          messages().conversations(new AccountId("d1"), new PageRequest(2, after));
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    assertEquals(
        List.of("p1", "p5", "p4", "p3", "p2"), seen.stream().map(s -> s.other().value()).toList());
    assertEquals(new ConversationSummary(new AccountId("p1"), last, 1), seen.get(0));
    assertEquals(
        List.of(new ConversationSummary(new AccountId("d1"), last, 1)),
        messages().conversations(new AccountId("p1"), PageRequest.first(9)).items());
    messages().markRead(CONVERSATION, new AccountId("d1"), 2, SENT);
    assertEquals(
        0,
        messages()
            .conversations(new AccountId("d1"), PageRequest.first(1))
            .items()
            .get(0)
            .unread());
  }

  @Test
  default void numbersWithoutGapsUnderContention() {
    messages();
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Race.of(
        8,
        i ->
            () -> {
              for (int n = 0; n < 5; n++) {
                boolean doctor = i % 2 == 0;
                send("m" + i + "-" + n, doctor ? "d1" : "p1", doctor ? "p1" : "d1");
              }
              return i;
            });
    List<Long> expected = LongStream.rangeClosed(1, 40).boxed().toList();
    assertEquals(expected, seqs(messages().after(CONVERSATION, 0, 100)));
    assertEquals(
        expected,
        heard.all().stream().map(change -> ((Change.MessageSent) change).message().seq()).toList());
  }

  /** T-04. */
  @Test
  default void t04StoresOneOfManyEqualClientIds() {
    messages();
    List<Message> answers =
        Race.of(
            8,
            i ->
                () ->
                    value(
                        stores()
                            .messages()
                            .append(draft("m" + i, "same", Optional.of("Hi"), SENT))));
    assertEquals(1, answers.stream().distinct().count());
    assertEquals(1, messages().after(CONVERSATION, 0, 100).size());
  }
}

package io.healthconnect.application.message;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Message;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Z-05: what two people learn about each other while they may talk, and no longer afterwards. */
class EndedContactTest {
  private static final AccountId DOCTOR = new AccountId("d1");
  private static final AccountId PATIENT = new AccountId("p1");

  private final InMemoryStore store = new InMemoryStore();
  private final ContactPolicy policy =
      new ContactPolicy(store.accounts(), store.appointments(), store.doctors());
  private final ConversationAccess access = new ConversationAccess(store.messages(), policy);
  private final MarkRead markRead =
      new MarkReadHandler(store.messages(), access, new SettableClock(BOOKED));
  private final ReadMessages read = new ReadMessagesHandler(store.messages(), access);
  private final ListConversations list =
      new ListConversationsHandler(store.messages(), store.accounts(), policy);
  private Appointment appointment = Appointments.pending("v", "d1", "p1", 0);

  @BeforeEach
  void talk() {
    People.add(store.stores(), "d1", "p1");
    appointment = value(store.appointments().book(appointment, Optional.empty(), UNLIMITED));
    value(store.messages().append(Drafts.text("m1", "p1", "d1", "Hello")));
  }

  private void endContact() {
    store.appointments().save(value(appointment.cancel(PATIENT, "well", BOOKED)));
  }

  private static Actor actor(AccountId account) {
    Role role = account.equals(DOCTOR) ? Role.DOCTOR : Role.PATIENT;
    return new Actor(account, role, new SessionId("s"));
  }

  private ListConversations.Entry entry(AccountId account) {
    ListConversations.Query query =
        new ListConversations.Query(actor(account), PageRequest.first(9));
    return list.listConversations(query).items().get(0);
  }

  private List<Message> messages(AccountId account, AccountId other) {
    ReadMessages.Query query =
        new ReadMessages.Query(actor(account), other, Optional.empty(), Optional.empty(), 9);
    return read.readMessages(query).orElseThrow().messages();
  }

  private boolean mark() {
    return markRead.markRead(new MarkRead.Command(actor(DOCTOR), PATIENT, 9));
  }

  @Test
  void showsReadMarksWhileTheTwoMayTalk() {
    RecordedChanges heard = RecordedChanges.from(store.feed());
    assertTrue(mark());
    assertEquals(List.of(new Change.MessagesRead(DOCTOR, PATIENT, 1)), heard.all());
    assertTrue(entry(PATIENT).inContact());
    assertEquals(Optional.of(BOOKED), entry(PATIENT).summary().lastMessage().readAt());
    assertEquals(Optional.of(BOOKED), messages(PATIENT, DOCTOR).get(0).readAt());
  }

  @Test
  void showsNoNewReadMarksOnceContactHasEnded() {
    endContact();
    RecordedChanges heard = RecordedChanges.from(store.feed());
    assertTrue(mark());
    assertEquals(List.of(), heard.all());
    assertEquals(Optional.empty(), entry(PATIENT).summary().lastMessage().readAt());
    assertEquals(Optional.empty(), messages(PATIENT, DOCTOR).get(0).readAt());
    assertFalse(entry(PATIENT).inContact());
    assertFalse(entry(DOCTOR).inContact());
  }

  @Test
  void theReaderStillSeesWhatIsRead() {
    endContact();
    assertEquals(1, entry(DOCTOR).summary().unread());
    mark();
    assertEquals(0, entry(DOCTOR).summary().unread());
    assertEquals(Optional.of(BOOKED), messages(DOCTOR, PATIENT).get(0).readAt());
  }

  /** Edge case 99. */
  @Test
  void case99TheThreadWithAFormerUserStaysReadable() {
    Erasure erasure =
        new Erasure(PATIENT, Optional.empty(), AuditEvent.of(AuditAction.ACCOUNT_ERASED, BOOKED));
    value(store.administration().erase(erasure));
    assertEquals("Former user", entry(DOCTOR).other().name().value());
    assertFalse(entry(DOCTOR).inContact());
    assertEquals(Optional.of("Hello"), messages(DOCTOR, PATIENT).get(0).text());
    assertEquals(Optional.empty(), policy.contact(DOCTOR, PATIENT));
    SendMessage send =
        new SendMessageHandler(
            new MessageDelivery(store.messages(), new InMemoryPresence(store.feed())),
            access,
            new SequentialIds(),
            new SettableClock(BOOKED));
    assertEquals(
        Result.failure(SendMessage.Refusal.CONTACT_ENDED),
        send.sendMessage(new SendMessage.Command(actor(DOCTOR), PATIENT, "Hi", Optional.empty())));
  }
}

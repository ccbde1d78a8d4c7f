package io.healthconnect.testkit.message;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static io.healthconnect.testkit.message.Drafts.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.testkit.EvenRace;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Z-10: what one of two people does while the contact that allows it ends. Once its end has been
 * answered, nothing more is stored, and no change of theirs follows it. Each test starts with an
 * empty store.
 */
public interface EndedContactRaces {
  /** Where contact ends. */
  Stores stores();

  /** Where the two write and read: the same data, at another process if there can be one. */
  MessageRepository messages();

  TypingNotices typing();

  int races();

  /** Each needs people of its own. */
  private int erasures() {
    return races() / 2;
  }

  @Test
  default void z10NoMessageIsStoredAfterTheCancellation() throws Exception {
    People.add(stores(), "d1", "p1");
    int accepted = 0;
    try (EvenRace race = new EvenRace()) {
      for (int i = 0; i < races(); i++) {
        Appointment appointment = book(i);
        Draft draft = Drafts.text("m" + i, "d1", "p1", "Hi");
        Future<Boolean> sent = race.run(() -> isStored(draft), () -> cancel(appointment));
        long stored = stored(draft);
        accepted += sent.get() ? 1 : 0;
        assertEquals(accepted, stored, "race " + i);
        assertEquals(accepted, stored(draft), "race " + i);
      }
    }
    assertBoth(accepted, races());
  }

  @Test
  default void z10NoMessageIsStoredAfterTheErasureOfThePatient() throws Exception {
    raceErasures("p");
  }

  @Test
  default void z10NoMessageIsStoredAfterTheErasureOfTheDoctor() throws Exception {
    raceErasures("d");
  }

  @Test
  default void z10NobodyIsToldOfAReadMarkAfterTheCancellation() throws Exception {
    People.add(stores(), "d1", "p1");
    AccountId doctor = new AccountId("d1");
    AccountId patient = new AccountId("p1");
    raceCancellations(
        i -> {
          long seq = value(messages().append(Drafts.text("m" + i, "d1", "p1", "Hi"))).seq();
          Conversation conversation = Conversation.between(doctor, patient);
          return new Told(
              new Change.MessagesRead(patient, doctor, seq),
              () -> messages().markRead(conversation, patient, seq, SENT));
        });
  }

  @Test
  default void z10NobodyIsToldOfTypingAfterTheCancellation() throws Exception {
    People.add(stores(), "d1", "p1");
    AccountId doctor = new AccountId("d1");
    AccountId patient = new AccountId("p1");
    raceCancellations(
        i -> new Told(new Change.Typing(doctor, patient), () -> typing().typing(doctor, patient)));
  }

  /** What makes a change, and the change that others are told of. */
  record Told(Change change, Callable<?> cause) {}

  /** Prepares the attempt of one race. */
  interface Attempts {
    Told of(int race);
  }

  /** In the order of the feed, no such change comes after the cancellation. */
  private void raceCancellations(Attempts attempts) throws Exception {
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    int accepted = 0;
    try (EvenRace race = new EvenRace()) {
      for (int i = 0; i < races(); i++) {
        Appointment appointment = book(i);
        Told told = attempts.of(i);
        int before = heard.all().size();
        Future<Boolean> first =
            race.run(
                () -> {
                  told.cause().call();
                  return since(heard, before).contains(told.change());
                },
                () -> cancel(appointment));
        accepted += first.get() ? 1 : 0;
        List<Change> changes = since(heard, before);
        int end = cancellation(changes, appointment);
        assertTrue(changes.lastIndexOf(told.change()) < end, "race " + i + ": " + changes);
      }
    }
    assertBoth(accepted, races());
  }

  private static List<Change> since(RecordedChanges heard, int before) {
    List<Change> all = heard.all();
    return all.subList(before, all.size());
  }

  private static int cancellation(List<Change> changes, Appointment appointment) {
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Change.AppointmentChanged changed
          && changed.appointment().id().equals(appointment.id())) {
        return i;
      }
    }
    throw new AssertionError("nobody is told of the cancellation");
  }

  private void raceErasures(String erased) throws Exception {
    int accepted = 0;
    try (EvenRace race = new EvenRace()) {
      for (int i = 0; i < erasures(); i++) {
        Contacts.add(stores(), "d" + i, "p" + i);
        Draft draft = Drafts.text("m" + i, "d" + i, "p" + i, "Hi");
        AccountId id = new AccountId(erased + i);
        Future<Boolean> sent = race.run(() -> isStored(draft), () -> erase(id));
        long stored = stored(draft);
        long expected = sent.get() ? 1 : 0;
        accepted += (int) expected;
        assertEquals(expected, stored, "race " + i);
        assertEquals(expected, stored(draft), "race " + i);
      }
    }
    assertBoth(accepted, erasures());
  }

  private static void assertBoth(int accepted, int races) {
    assertTrue(accepted > 0 && accepted < races, accepted + " of " + races + " came first");
  }

  private boolean isStored(Draft draft) {
    return messages().append(draft).fold(message -> true, refusal -> false);
  }

  /** The number of the latest message. */
  private long stored(Draft draft) {
    List<Message> last = stores().messages().before(draft.conversation(), Long.MAX_VALUE, 1);
    return last.isEmpty() ? 0 : last.get(0).seq();
  }

  private Appointment book(int i) {
    return value(
        stores()
            .appointments()
            .book(Appointments.pending("v" + i, "d1", "p1", 0), Optional.empty(), UNLIMITED));
  }

  private void cancel(Appointment appointment) {
    AccountId patient = appointment.patientId().account();
    stores().appointments().save(value(appointment.cancel(patient, "Well", BOOKED)));
  }

  private void erase(AccountId id) {
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, BOOKED).about(id);
    value(stores().administration().erase(new Erasure(id, Optional.empty(), event)));
  }
}

package io.healthconnect.testkit.account;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How appointments and messages of erased accounts are removed in the end. */
public interface RetentionContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private void erase(String id, Instant at) {
    AccountId account = new AccountId(id);
    stores()
        .administration()
        .erase(
            new Erasure(
                account,
                Optional.empty(),
                AuditEvent.of(AuditAction.ACCOUNT_ERASED, at).about(account)));
  }

  private Appointment book(String id, String doctor, String patient, int minute) {
    Appointment booked =
        value(
            stores()
                .appointments()
                .book(
                    Appointments.pending(id, doctor, patient, minute),
                    Optional.empty(),
                    UNLIMITED));
    return stores().appointments().save(Appointments.withNotes(booked, "Rest", BOOKED));
  }

  private List<String> kept(String... ids) {
    return Stream.of(ids)
        .filter(id -> stores().appointments().find(new AppointmentId(id)).isPresent())
        .toList();
  }

  private List<String> retained(Instant before, int limit) {
    return stores().administration().retained(before, limit).stream()
        .map(AccountId::value)
        .toList();
  }

  @Test
  default void listsErasedAccountsLongestAgoFirstUntilTheirRetentionHasEnded() {
    Stream.of("p1", "p2", "p3")
        .forEach(
            id -> stores().patients().add(Accounts.patient(id), Accounts.HASH, Patients.blank(id)));
    Instant first = Accounts.CREATED;
    Instant second = first.plusMillis(1);
    erase("p2", first);
    erase("p1", second);
    assertEquals(List.of(), retained(first, 10));
    assertEquals(List.of("p2"), retained(second, 10));
    assertEquals(List.of("p2", "p1"), retained(second.plusMillis(1), 10));
    assertEquals(List.of("p2"), retained(second.plusMillis(1), 1));
    stores().administration().finishErasure(new AccountId("p2"));
    assertEquals(List.of("p2", "p1"), retained(second.plusMillis(1), 10));
    stores().administration().endRetention(new AccountId("p2"));
    stores().administration().endRetention(new AccountId("p2"));
    stores().administration().endRetention(new AccountId("p3"));
    assertEquals(List.of("p1"), retained(second.plusMillis(1), 10));
    erase("p3", second);
    assertTrue(retained(second.plusMillis(1), 10).contains("p3"));
  }

  @Test
  default void removesTheAppointmentsOfOnePersonWithNotesAndHistory() {
    People.add(stores(), "d1", "p1");
    People.add(stores(), "d2", "p2");
    book("a", "d1", "p1", 0);
    book("b", "d2", "p1", 60);
    book("c", "d1", "p2", 120);
    book("d", "d2", "p2", 180);
    assertEquals(2, stores().appointments().removeOf(new AccountId("p1"), 10));
    assertEquals(List.of("c", "d"), kept("a", "b", "c", "d"));
    for (String gone : List.of("a", "b")) {
      AppointmentId id = new AppointmentId(gone);
      assertEquals(List.of(), stores().appointments().notes(id, 10));
      assertEquals(List.of(), stores().appointments().history(id, 10));
    }
    assertEquals(1, stores().appointments().notes(new AppointmentId("c"), 10).size());
    assertEquals(1, stores().appointments().removeOf(new AccountId("d1"), 10));
    assertEquals(List.of("d"), kept("a", "b", "c", "d"));
    assertEquals(0, stores().appointments().removeOf(new AccountId("p1"), 10));
  }

  @Test
  default void removesNoMoreAppointmentsAtOnceThanAllowed() {
    People.add(stores(), "d1", "p1");
    book("a", "d1", "p1", 0);
    book("b", "d1", "p1", 60);
    book("c", "d1", "p1", 120);
    assertEquals(2, stores().appointments().removeOf(new AccountId("p1"), 2));
    assertEquals(1, kept("a", "b", "c").size());
    assertEquals(1, stores().appointments().removeOf(new AccountId("p1"), 2));
    assertEquals(List.of(), kept("a", "b", "c"));
  }

  private void write(String id, String sender, String receiver) {
    value(stores().messages().append(Drafts.text(id, sender, receiver, "Text of " + id)));
  }

  private void show(String image, String sender, String receiver) {
    MediaFixtures.keep(stores(), MediaFixtures.sent(image, sender, receiver));
    value(stores().messages().append(Drafts.image("m-" + image, sender, receiver, image)));
  }

  private List<String> conversation(String one, String other) {
    Conversation both = Conversation.between(new AccountId(one), new AccountId(other));
    return stores().messages().after(both, 0, 100).stream()
        .map(message -> message.id().value())
        .toList();
  }

  private int listed(String person) {
    return stores()
        .messages()
        .conversations(new AccountId(person), PageRequest.first(10))
        .items()
        .size();
  }

  private MediaState image(String id) {
    return stores().media().find(new MediaId(id)).orElseThrow().state();
  }

  @Test
  default void removesTheMessagesOfOnePersonWithTheImagesOfBoth() {
    People.add(stores(), "d1", "p1");
    People.add(stores(), "d2", "p2");
    book("a", "d1", "p1", 0);
    book("b", "d2", "p1", 60);
    book("c", "d1", "p2", 120);
    write("m1", "d1", "p1");
    show("i1", "d1", "p1");
    show("i2", "p1", "d1");
    write("m2", "p1", "d2");
    write("m3", "d1", "p2");
    show("i3", "d1", "p2");
    assertEquals(4, stores().messages().removeOf(new AccountId("p1"), 10));
    assertEquals(List.of(), conversation("d1", "p1"));
    assertEquals(List.of(), conversation("d2", "p1"));
    assertEquals(List.of("m3", "m-i3"), conversation("d1", "p2"));
    assertEquals(List.of(1, 0, 0), List.of(listed("d1"), listed("d2"), listed("p1")));
    assertEquals(
        List.of(MediaState.DISCARDED, MediaState.DISCARDED, MediaState.ATTACHED),
        List.of(image("i1"), image("i2"), image("i3")));
    assertEquals(0, stores().messages().removeOf(new AccountId("p1"), 10));
  }

  @Test
  default void removesTheOldestMessagesFirstAndNoMoreThanAllowed() {
    People.add(stores(), "d1", "p1");
    book("a", "d1", "p1", 0);
    write("m1", "d1", "p1");
    write("m2", "p1", "d1");
    write("m3", "d1", "p1");
    assertEquals(2, stores().messages().removeOf(new AccountId("p1"), 2));
    assertEquals(List.of("m3"), conversation("d1", "p1"));
    assertEquals(1, listed("d1"));
    assertEquals(1, stores().messages().removeOf(new AccountId("p1"), 2));
    assertEquals(List.of(), conversation("d1", "p1"));
    assertEquals(0, listed("d1"));
  }
}

package io.healthconnect.testkit.account;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the appointments of erased accounts are removed in the end. */
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
}

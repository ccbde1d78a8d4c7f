package io.healthconnect.testkit.outbox;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of the outbox: an entry for each notice, each taken by one sender at a time. */
public interface OutboxContract {
  AccountId DOCTOR = new AccountId("d1");
  AccountId PATIENT = new AccountId("p1");
  Instant NOW = BOOKED.plusSeconds(1);
  Instant UNTIL = NOW.plusSeconds(60);
  OutboxState EMPTY = new OutboxState(0, Optional.empty(), 0);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Outbox outbox() {
    return stores().outbox();
  }

  /** Leaves one notice for the doctor. */
  private Appointment book(String id, int minute) {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    return value(
        stores()
            .appointments()
            .book(
                Appointments.pending(id, DOCTOR.value(), PATIENT.value(), minute),
                Optional.empty(),
                UNLIMITED));
  }

  private OutboxEntry taken(Instant now, Instant until) {
    return outbox().take(now, until).orElseThrow();
  }

  @Test
  default void holdsTheNoticeOfAChange() {
    book("v1", 0);
    assertEquals(new OutboxState(1, Optional.of(BOOKED), 0), outbox().state());
    OutboxEntry taken = taken(NOW, UNTIL);
    assertEquals(
        stores().notices().list(DOCTOR, PageRequest.first(1)).items(), List.of(taken.notice()));
    assertEquals(1, taken.tries());
    assertEquals("d1:1", taken.id());
  }

  @Test
  default void holdsNothingOfWhatDidNotHappen() {
    Appointment pending = book("v1", 0);
    stores().appointments().save(value(pending.confirm(BOOKED)));
    assertEquals(2, outbox().state().waiting());
    assertThrows(
        StaleVersionException.class,
        () -> stores().appointments().save(value(pending.cancel(PATIENT, "ill", BOOKED))));
    assertEquals(2, outbox().state().waiting());
  }

  @Test
  default void isNotDueBeforeItsTimeNorWhileItIsTaken() {
    book("v1", 0);
    assertEquals(Optional.empty(), outbox().take(BOOKED.minusMillis(1), UNTIL));
    OutboxEntry first = taken(BOOKED, UNTIL);
    assertEquals(Optional.empty(), outbox().take(UNTIL.minusMillis(1), UNTIL.plusSeconds(60)));
    OutboxEntry second = taken(UNTIL, UNTIL.plusSeconds(60));
    assertEquals(first.notice(), second.notice());
    assertEquals(2, second.tries());
  }

  @Test
  default void whatIsRemovedIsGone() {
    book("v1", 0);
    assertTrue(outbox().remove(taken(NOW, UNTIL)));
    assertEquals(EMPTY, outbox().state());
    assertEquals(Optional.empty(), outbox().take(UNTIL, UNTIL.plusSeconds(60)));
  }

  @Test
  default void whatIsPostponedIsDueAgainThen() {
    book("v1", 0);
    Instant later = UNTIL.plusSeconds(600);
    assertTrue(outbox().postpone(taken(NOW, UNTIL), later));
    assertEquals(new OutboxState(1, Optional.of(BOOKED), 0), outbox().state());
    assertEquals(Optional.empty(), outbox().take(later.minusMillis(1), later));
    assertEquals(2, taken(later, later.plusSeconds(60)).tries());
  }

  @Test
  default void whatHasFailedIsSeenButNeverDue() {
    book("v1", 0);
    assertTrue(outbox().fail(taken(NOW, UNTIL), NOW));
    assertEquals(new OutboxState(0, Optional.empty(), 1), outbox().state());
    assertEquals(Optional.empty(), outbox().take(NOW.plusSeconds(1_000_000), UNTIL));
  }

  @Test
  default void aTryThatWasOvertakenEndsNothing() {
    book("v1", 0);
    OutboxEntry late = taken(NOW, UNTIL);
    OutboxEntry current = taken(UNTIL, UNTIL.plusSeconds(60));
    assertFalse(outbox().remove(late));
    assertFalse(outbox().postpone(late, NOW));
    assertFalse(outbox().fail(late, NOW));
    assertEquals(Optional.empty(), outbox().take(UNTIL, UNTIL));
    assertTrue(outbox().fail(current, NOW));
    assertFalse(outbox().remove(current));
    assertFalse(outbox().postpone(current, NOW));
    assertEquals(1, outbox().state().failed());
  }

  @Test
  default void ofManySendersEachTakesOtherEntries() {
    int entries = 12;
    for (int i = 0; i < entries; i++) {
      book("v" + i, i * 60);
    }
    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    Race.of(
        4,
        racer ->
            () -> {
              Optional<OutboxEntry> entry = outbox().take(NOW, UNTIL);
              while (entry.isPresent()) {
                taken.add(entry.get().id());
                entry = outbox().take(NOW, UNTIL);
              }
              return racer;
            });
    Set<String> all =
        new HashSet<>(IntStream.rangeClosed(1, entries).mapToObj(seq -> "d1:" + seq).toList());
    assertEquals(entries, taken.size());
    assertEquals(all, new HashSet<>(taken));
  }

  @Test
  default void erasingAnAccountRemovesItsEntriesAlone() {
    stores().appointments().save(value(book("v1", 0).confirm(BOOKED)));
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, BOOKED).about(PATIENT);
    value(stores().administration().erase(new Erasure(PATIENT, Optional.empty(), event)));
    assertEquals(1, outbox().state().waiting());
    assertEquals(DOCTOR, taken(NOW, UNTIL).notice().to());
  }

  @Test
  default void purgesWhatIsOld() {
    book("v1", 0);
    assertEquals(0, outbox().purge(BOOKED));
    assertEquals(1, outbox().purge(NOW));
    assertEquals(EMPTY, outbox().state());
    book("v2", 60);
    outbox().fail(taken(NOW, UNTIL), NOW);
    assertEquals(1, outbox().purge(NOW));
    assertEquals(EMPTY, outbox().state());
  }
}

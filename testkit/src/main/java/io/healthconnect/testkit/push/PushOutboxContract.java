package io.healthconnect.testkit.push;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of the outbox of Web Push: an entry for each notice and subscribed device. */
public interface PushOutboxContract {
  AccountId DOCTOR = new AccountId("d1");
  AccountId PATIENT = new AccountId("p1");
  Instant UNTIL = BOOKED.plusSeconds(60);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Outbox pushes() {
    return stores().pushOutbox();
  }

  private PushSubscription subscribe(AccountId account, String device) {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    return Subscriptions.add(stores(), Subscriptions.of(account, "session-" + device, device, 0));
  }

  /** Leaves one notice for the doctor. */
  private void book(String id, int minute) {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    value(
        stores()
            .appointments()
            .book(
                Appointments.pending(id, DOCTOR.value(), PATIENT.value(), minute),
                Optional.empty(),
                UNLIMITED));
  }

  private OutboxEntry taken() {
    return pushes().take(BOOKED, UNTIL).orElseThrow();
  }

  @Test
  default void noNoticeIsPushedToWhoHasSubscribedNoDevice() {
    subscribe(PATIENT, "a");
    book("v1", 0);
    assertEquals(0, pushes().state().waiting());
    assertEquals(1, stores().outbox().state().waiting());
  }

  @Test
  default void eachDeviceHasAnEntryOfItsOwn() {
    PushSubscription first = subscribe(DOCTOR, "a");
    PushSubscription second = subscribe(DOCTOR, "b");
    book("v1", 0);
    assertEquals(2, pushes().state().waiting());
    OutboxEntry one = taken();
    OutboxEntry other = taken();
    assertEquals(Optional.empty(), pushes().take(BOOKED, UNTIL));
    assertEquals(
        Set.of(first.id(), second.id()),
        Stream.of(one, other)
            .map(OutboxEntry::device)
            .map(Optional<PushSubscriptionId>::orElseThrow)
            .collect(Collectors.toSet()));
    assertEquals(
        one.notice(), stores().notices().list(DOCTOR, PageRequest.first(1)).items().get(0));
    assertEquals(one.notice(), other.notice());
    assertTrue(pushes().remove(one));
    assertEquals(1, pushes().state().waiting());
    assertTrue(pushes().postpone(other, UNTIL));
    assertEquals(2, pushes().take(UNTIL, UNTIL.plusSeconds(60)).orElseThrow().tries());
  }

  @Test
  default void pushesAndMailsDoNotMix() {
    subscribe(DOCTOR, "a");
    book("v1", 0);
    OutboxEntry mail = stores().outbox().take(BOOKED, UNTIL).orElseThrow();
    assertEquals(Optional.empty(), mail.device());
    assertEquals(Optional.empty(), stores().outbox().take(BOOKED, UNTIL));
    OutboxEntry push = taken();
    assertTrue(pushes().fail(push, BOOKED));
    assertFalse(pushes().postpone(push, UNTIL));
    assertEquals(1, pushes().state().failed());
    assertEquals(0, stores().outbox().state().failed());
    assertTrue(stores().outbox().remove(mail));
    assertEquals(0, stores().outbox().purge(UNTIL));
    assertEquals(1, pushes().purge(UNTIL));
    assertEquals(0, pushes().state().failed());
  }

  @Test
  default void erasingAnAccountRemovesWhatWaitsForItsDevices() {
    subscribe(DOCTOR, "a");
    book("v1", 0);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, BOOKED).about(DOCTOR);
    value(stores().administration().erase(new Erasure(DOCTOR, Optional.empty(), event)));
    assertEquals(0, pushes().state().waiting());
  }
}

package io.healthconnect.application.call;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * credentials of the relay are for those in a call, or at a confirmed appointment; R-07: and
 * for those who have no other path.
 */
class AllowRelayTest {
  private static final Actor DOCTOR =
      new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  private static final Actor PATIENT =
      new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s2"));
  private static final Actor STRANGER =
      new Actor(new AccountId("p2"), Role.PATIENT, new SessionId("s3"));

  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(BOOKED);
  private final CallUseCases use = useCases(RelayOnly.NOBODY);

  private CallUseCases useCases(RelayOnly relayOnly) {
    CallRules usual = CallRules.DEFAULT;
    return CallUseCases.create(
        new CallUseCases.Ports(
            new InMemoryLiveCalls(store.feed()),
            new InMemoryPresence(store.feed()),
            store.appointments(),
            store.attendances()),
        new ContactPolicy(store.accounts(), store.appointments(), store.doctors()),
        new CallRules(usual.ring(), usual.lease(), usual.candidates(), relayOnly),
        clock,
        new SequentialIds());
  }

  @BeforeEach
  void book() {
    People.add(store.stores(), "d1", "p1");
    People.addPatient(store.stores(), "p2");
    var pending =
        value(
            store
                .appointments()
                .book(Appointments.pending("v", "d1", "p1", 0), Optional.empty(), UNLIMITED));
    store.appointments().save(value(pending.confirm(BOOKED)));
  }

  private boolean allowed(Actor actor) {
    return use.allowRelay().allowRelay(actor);
  }

  @Test
  void r08TheTwoOfAConfirmedAppointmentGetItAroundThatTimeAndContactAloneIsNotEnough() {
    assertFalse(allowed(PATIENT));
    assertFalse(allowed(DOCTOR));
    clock.set(MONDAY_NINE.minus(ContactPolicy.BEFORE_START));
    assertTrue(allowed(PATIENT));
    assertTrue(allowed(DOCTOR));
    assertFalse(allowed(STRANGER));
  }

  @Test
  void r08WhoeverIsInACallGetsItHoweverLateItIs() {
    use.startCall()
        .startCall(
            new StartCall.Command(
                DOCTOR.id(),
                new DeviceId("desk"),
                PATIENT.id(),
                new SessionDescription("offer"),
                CallMedia.VIDEO,
                Optional.empty()));
    assertTrue(allowed(PATIENT));
    assertTrue(allowed(DOCTOR));
    clock.advance(Duration.ofSeconds(45));
    use.expireCalls().expireCalls();
    assertFalse(allowed(PATIENT));
    assertFalse(allowed(DOCTOR));
  }

  @Test
  void r07WhoeverUsesTheRelayAloneGetsItWhileThereIsSomebodyToRing() {
    AllowRelay patients = useCases(RelayOnly.PATIENTS).allowRelay();
    assertFalse(patients.allowRelay(PATIENT));
    Doctor doctor = store.doctors().find(DoctorId.of("d1")).orElseThrow();
    store.doctors().save(doctor.withRules(BookingRules.DEFAULT.withCallsAnytime(true)));
    assertTrue(patients.allowRelay(PATIENT));
    assertFalse(patients.allowRelay(STRANGER));
    assertFalse(patients.allowRelay(DOCTOR));
    assertTrue(useCases(RelayOnly.EVERYONE).allowRelay().allowRelay(DOCTOR));
    assertFalse(allowed(PATIENT));
  }
}

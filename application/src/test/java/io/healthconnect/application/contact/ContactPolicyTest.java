package io.healthconnect.application.contact;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.contact.ContactPolicy.Ring;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may talk to whom, and who may ring when. */
class ContactPolicyTest {
  private static final AccountId DOCTOR = new AccountId("d1");
  private static final AccountId PATIENT = new AccountId("p1");
  private static final Instant START = Appointments.MONDAY_NINE;
  private static final Instant END = START.plus(Duration.ofMinutes(30));

  private final InMemoryStore store = new InMemoryStore();
  private final ContactPolicy policy =
      new ContactPolicy(store.accounts(), store.appointments(), store.doctors());
  private Appointment pending = Appointments.pending("v", "d1", "p1", 0);

  @BeforeEach
  void book() {
    People.add(store.stores(), "d1", "p1");
    People.add(store.stores(), "d2", "p2");
    pending = value(store.appointments().book(pending, Optional.empty(), UNLIMITED));
  }

  private Appointment confirm() {
    return store.appointments().save(value(pending.confirm(BOOKED)));
  }

  private Ring ring(AccountId caller, AccountId callee, Instant now) {
    return policy.ring(policy.contact(caller, callee).orElseThrow(), now);
  }

  private void rules(boolean anytime, boolean quiet) {
    Doctor doctor = store.doctors().find(DoctorId.of("d1")).orElseThrow();
    store
        .doctors()
        .save(doctor.withRules(BookingRules.DEFAULT.withCallsAnytime(anytime).withQuiet(quiet)));
  }

  @Test
  void r01OnlyADoctorAndAPatientWhoShareAnAppointmentMayTalk() {
    for (String one : new String[] {"d1", "d2", "p1", "p2", "nobody"}) {
      for (String other : new String[] {"d1", "d2", "p1", "p2", "nobody"}) {
        boolean pair = one.endsWith("1") && other.endsWith("1") && !one.equals(other);
        assertEquals(
            pair, policy.mayTalk(new AccountId(one), new AccountId(other)), one + " " + other);
      }
    }
  }

  @Test
  void contactEndsWithACancellationAndWithADecline() {
    store.appointments().save(value(pending.cancel(PATIENT, "well", BOOKED)));
    assertFalse(policy.mayTalk(DOCTOR, PATIENT));
    Appointment second =
        value(
            store
                .appointments()
                .book(Appointments.pending("w", "d1", "p1", 60), Optional.empty(), UNLIMITED));
    assertTrue(policy.mayTalk(DOCTOR, PATIENT));
    Instant late = second.time().slot().startsAt();
    store.appointments().save(value(second.declineUnconfirmed(late)));
    assertFalse(policy.mayTalk(DOCTOR, PATIENT));
  }

  @Test
  void r01APatientRingsAroundAConfirmedAppointmentOnly() {
    assertEquals(Ring.NOT_NOW, ring(PATIENT, DOCTOR, START));
    confirm();
    Instant first = START.minus(Duration.ofMinutes(15));
    Instant last = END.plus(Duration.ofHours(2)).minusMillis(1);
    assertEquals(Ring.NOT_NOW, ring(PATIENT, DOCTOR, first.minusMillis(1)));
    assertEquals(Ring.ALLOWED, ring(PATIENT, DOCTOR, first));
    assertEquals(Ring.ALLOWED, ring(PATIENT, DOCTOR, last));
    assertEquals(Ring.NOT_NOW, ring(PATIENT, DOCTOR, last.plusMillis(1)));
  }

  @Test
  void r01ADoctorRingsAtAnyTime() {
    Instant longAgo = START.minus(Duration.ofDays(300));
    assertEquals(Ring.ALLOWED, ring(DOCTOR, PATIENT, longAgo));
    rules(false, true);
    assertEquals(Ring.ALLOWED, ring(DOCTOR, PATIENT, longAgo));
  }

  @Test
  void r01ADoctorMayTakeCallsAtAnyTimeFromConfirmedPatients() {
    rules(true, false);
    Instant longAfter = END.plus(Duration.ofDays(300));
    assertEquals(Ring.NOT_NOW, ring(PATIENT, DOCTOR, START));
    Appointment scheduled = confirm();
    assertEquals(Ring.ALLOWED, ring(PATIENT, DOCTOR, longAfter));
    store.appointments().save(value(scheduled.complete(END)));
    assertEquals(Ring.ALLOWED, ring(PATIENT, DOCTOR, longAfter));
  }

  @Test
  void aQuietDoctorIsSilencedOnlyForThoseWhoMayRing() {
    rules(false, true);
    assertEquals(Ring.NOT_NOW, ring(PATIENT, DOCTOR, START));
    confirm();
    assertEquals(Ring.SILENCED, ring(PATIENT, DOCTOR, START));
  }

  /** */
  @Test
  void r07APersonMayRingAnybodyIfThereIsAContactWhoCanBeRung() {
    Instant longAfter = END.plus(Duration.ofDays(300));
    assertTrue(policy.mayRingAnybody(DOCTOR, longAfter));
    assertFalse(policy.mayRingAnybody(new AccountId("d2"), longAfter));
    assertFalse(policy.mayRingAnybody(PATIENT, START));
    confirm();
    assertTrue(policy.mayRingAnybody(PATIENT, START));
    assertFalse(policy.mayRingAnybody(PATIENT, longAfter));
    rules(true, false);
    assertTrue(policy.mayRingAnybody(PATIENT, longAfter));
    rules(true, true);
    assertTrue(policy.mayRingAnybody(PATIENT, longAfter), "a silenced ring must not show");
  }

  /** */
  @Test
  void r08BeforeACallTheRelayIsForTheTwoOfAConfirmedAppointment() {
    Actor doctor = new Actor(DOCTOR, Role.DOCTOR, new SessionId("s1"));
    Actor patient = new Actor(PATIENT, Role.PATIENT, new SessionId("s2"));
    Actor stranger = new Actor(new AccountId("d2"), Role.DOCTOR, new SessionId("s3"));
    Instant before = START.minus(Duration.ofDays(1));
    rules(true, false);
    for (Actor each : List.of(doctor, patient, stranger)) {
      assertFalse(policy.hasConfirmedAround(each, START), "only pending: " + each);
    }
    confirm();
    assertFalse(policy.hasConfirmedAround(stranger, START));
    for (Actor each : List.of(doctor, patient)) {
      assertFalse(policy.hasConfirmedAround(each, before), "a contact at another time: " + each);
      Instant early = START.minus(Duration.ofMinutes(15));
      assertFalse(policy.hasConfirmedAround(each, early.minusMillis(1)));
      assertTrue(policy.hasConfirmedAround(each, early));
      assertTrue(policy.hasConfirmedAround(each, START));
      Instant end = END.plus(Duration.ofHours(2));
      assertTrue(policy.hasConfirmedAround(each, end.minusMillis(1)));
      assertFalse(policy.hasConfirmedAround(each, end));
    }
  }
}

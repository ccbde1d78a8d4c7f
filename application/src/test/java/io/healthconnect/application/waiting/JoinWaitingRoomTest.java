package io.healthconnect.application.waiting;

import static io.healthconnect.application.waiting.WaitingWorld.DOCTOR;
import static io.healthconnect.application.waiting.WaitingWorld.PATIENT;
import static io.healthconnect.application.waiting.WaitingWorld.PHONE;
import static io.healthconnect.application.waiting.WaitingWorld.TAB;
import static io.healthconnect.application.waiting.WaitingWorld.VISIT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.application.waiting.JoinWaitingRoom.Refusal;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.WaitingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinWaitingRoomTest {
  private final WaitingWorld world = new WaitingWorld();

  @Test
  void theDoctorSeesWhoWaitsAndSinceWhen() {
    assertEquals(List.of(), world.use.list().listWaiting(DOCTOR));
    value(world.join(TAB));
    assertEquals(List.of("waits"), world.told());
    assertEquals(MONDAY_NINE, world.use.list().listWaiting(DOCTOR).get(0).since());
    assertEquals(List.of(), world.use.list().listWaiting(PATIENT));
    world.clock.advance(Duration.ofSeconds(5));
    value(world.join(TAB));
    assertEquals(MONDAY_NINE, value(world.join(PHONE)).since());
    assertEquals(List.of(), world.told());
  }

  @Test
  void opensAQuarterOfAnHourBeforeTheStart() {
    world.clock.set(MONDAY_NINE.minus(Duration.ofMinutes(15)).minusMillis(1));
    assertEquals(Refusal.TOO_EARLY, reason(world.join(TAB)));
    world.clock.advance(Duration.ofMillis(1));
    value(world.join(TAB));
  }

  @Test
  void onlyThePatientOfTheAppointmentWaits() {
    world.book("other", "d2", "p2", 60);
    assertEquals(Refusal.WRONG_ROLE, reason(world.join(DOCTOR, TAB, VISIT)));
    assertEquals(Refusal.NOT_FOUND, reason(world.join(new AccountId("p2"), TAB, VISIT)));
    assertEquals(Refusal.NOT_FOUND, reason(world.join(PATIENT, TAB, new AppointmentId("none"))));
    assertEquals(List.of(), world.told());
  }

  @Test
  void nobodyWaitsForWhatWasCancelled() {
    world.cancel();
    assertEquals(Refusal.CLOSED, reason(world.join(TAB)));
    assertFalse(world.waits());
  }

  @Test
  void nobodyWaitsForADoctorWhoIsErased() {
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, MONDAY_NINE);
    world.store.administration().erase(new Erasure(DOCTOR, Optional.empty(), event));
    assertEquals(Refusal.CLOSED, reason(world.join(TAB)));
  }

  @Test
  void nobodyWaitsForADoctorWhoIsDisabled() {
    value(world.join(TAB));
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_DISABLED, MONDAY_NINE);
    world.store.administration().decide(DOCTOR, Decision.DISABLE, event);
    assertEquals(Refusal.CLOSED, reason(world.join(PHONE)));
    assertEquals(1, world.pass(Attendance.CHECK));
    assertEquals(List.of("waits", "gone"), world.told());
  }

  @Test
  void waitsInAFewPlacesAtOnce() {
    for (int i = 0; i < WaitingPolicy.MOST_AT_ONCE; i++) {
      world.book("v" + i, "d" + (i + 2), "p1", -30 * (i + 1));
      value(world.join(PATIENT, TAB, new AppointmentId("v" + i)));
    }
    assertEquals(Refusal.LIMIT_REACHED, reason(world.join(TAB)));
    value(world.join(PATIENT, PHONE, new AppointmentId("v0")));
  }
}

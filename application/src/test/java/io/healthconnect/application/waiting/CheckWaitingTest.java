package io.healthconnect.application.waiting;

import static io.healthconnect.application.waiting.WaitingWorld.PATIENT;
import static io.healthconnect.application.waiting.WaitingWorld.PHONE;
import static io.healthconnect.application.waiting.WaitingWorld.TAB;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckWaitingTest {
  private final WaitingWorld world = new WaitingWorld();

  @BeforeEach
  void join() {
    value(world.join(TAB));
    world.told();
  }

  @Test
  void aConnectedPatientWaitsOn() {
    for (int i = 0; i < 20; i++) {
      assertEquals(0, world.pass(Attendance.CHECK));
    }
    assertTrue(world.waits());
    assertEquals(List.of(), world.told());
  }

  @Test
  void aPatientWhoseConnectionIsLostKeepsThePlaceForAWhile() {
    world.presence.leave(PATIENT, TAB);
    assertEquals(0, world.pass(Attendance.CHECK));
    assertTrue(world.waits());
    assertEquals(1, world.pass(Attendance.CHECK));
    assertFalse(world.waits());
    assertEquals(List.of("gone"), world.told());
  }

  @Test
  void aPatientWhoComesBackInTimeKeepsThePlace() {
    world.presence.leave(PATIENT, TAB);
    world.pass(Attendance.CHECK);
    DeviceId reloaded = new DeviceId("reloaded");
    world.presence.arrive(PATIENT, reloaded);
    value(world.join(reloaded));
    world.pass(Attendance.CHECK);
    world.pass(Attendance.CHECK);
    assertTrue(world.waits());
    assertEquals(List.of(), world.told());
  }

  @Test
  void aSecondTabKeepsThePlaceOfTheFirst() {
    value(world.join(PHONE));
    world.presence.leave(PATIENT, TAB);
    world.pass(Duration.ofMinutes(5));
    world.pass(Duration.ofMinutes(5));
    assertTrue(world.waits());
    assertEquals(List.of(), world.told());
  }

  /** Whoever cancelled it could not end the waiting: the account was erased, or the node died. */
  @Test
  void nobodyWaitsOnForWhatWasCancelled() {
    world.cancel();
    assertEquals(1, world.pass(Attendance.CHECK));
    assertEquals(List.of("gone"), world.told());
  }

  @Test
  void nobodyWaitsForEver() {
    assertEquals(1, world.pass(Duration.ofHours(3)));
    assertFalse(world.waits());
  }

  @Test
  void readsOnlyWhatIsDue() {
    assertEquals(0, world.pass(Attendance.CHECK.minusMillis(1)));
    assertEquals(List.of(), world.store.attendances().due(world.clock.instant(), 10));
  }
}

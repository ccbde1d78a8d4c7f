package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device that recovers its connection goes on with its call, and rings no second time. */
class DeviceReturnedTest {
  private static final Duration WITHIN = Duration.ofMinutes(3);

  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void itsOwnerIsOnlineAgain() {
    world.disconnect(patient);
    world.recover(PATIENT, patient);
    assertTrue(world.presence.isOnline(PATIENT));
    assertTrue(world.presence.isConnected(patient));
  }

  @Test
  void itsSideOfACallGetsWhatWaitedForIt() {
    CallId id = answered();
    world.disconnect(patient);
    world.candidate(doctor, PATIENT, "c1");
    world.recover(PATIENT, patient);
    assertEquals(List.of("description offer", "candidate c1"), world.told(patient));
    assertEquals(Optional.empty(), world.calls.find(id).flatMap(LiveCall::deadline));
    world.candidate(doctor, PATIENT, "c2");
    assertEquals(List.of("candidate c2"), world.told(patient));
  }

  @Test
  void aCallThatAnotherDeviceHasTakenOverStaysThere() {
    answered();
    DeviceId second = world.connect(PATIENT);
    world.disconnect(patient);
    value(
        world
            .use
            .resumeCall()
            .resumeCall(
                new ResumeCall.Command(PATIENT, second, Optional.empty(), Optional.empty())));
    world.recover(PATIENT, patient);
    world.told(second);
    world.candidate(doctor, PATIENT, "c1");
    assertEquals(List.of("candidate c1"), world.told(second));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void theCallersSideIsHeldWhileItRings() {
    CallId id = world.call(doctor, PATIENT);
    world.disconnect(doctor);
    assertEquals(
        Optional.of(world.now.plusSeconds(30)), world.calls.find(id).flatMap(LiveCall::deadline));
    world.recover(DOCTOR, doctor);
    assertEquals(
        Optional.of(world.now.plusSeconds(45)), world.calls.find(id).flatMap(LiveCall::deadline));
  }

  @Test
  void theCalleeIsNotRungTwice() {
    world.call(doctor, PATIENT);
    assertEquals(List.of("made offer"), world.told(patient));
    world.disconnect(patient);
    world.recover(PATIENT, patient);
    assertEquals(List.of(), world.told(patient));
  }

  /** It is online all the same, until its connection is closed. */
  @Test
  void aDeviceThatMayHaveMissedSomethingIsTold() {
    CallId id = answered();
    world.disconnect(patient);
    assertFalse(world.use.deviceReturned().mayMiss(PATIENT, patient, WITHIN));
    world.calls.miss(patient);
    assertTrue(world.use.deviceReturned().mayMiss(PATIENT, patient, WITHIN));
    assertFalse(world.use.deviceReturned().deviceReturned(PATIENT, patient, WITHIN));
    assertTrue(world.presence.isConnected(patient));
    assertEquals(
        Optional.of(world.now.plusSeconds(30)), world.calls.find(id).flatMap(LiveCall::deadline));
  }

  private CallId answered() {
    CallId id = world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(patient);
    return id;
  }
}

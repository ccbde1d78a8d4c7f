package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever leaves for good ends the call at once, from whichever side and in whichever state. */
class LeaveCallTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  private boolean leave(AccountId account) {
    return world.use.leaveCall().leaveCall(account);
  }

  private void nobodyIsInACall() {
    assertEquals(Optional.empty(), world.calls.liveOf(DOCTOR));
    assertEquals(Optional.empty(), world.calls.liveOf(PATIENT));
  }

  @Test
  void endsAnActiveCall() {
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(doctor);
    assertTrue(leave(PATIENT));
    assertEquals(List.of("ended hangup"), world.told(doctor));
    nobodyIsInACall();
    assertFalse(leave(PATIENT));
  }

  @Test
  void endsACallWhoseDeviceIsAway() {
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(doctor);
    world.disconnect(patient);
    assertTrue(leave(PATIENT));
    assertEquals(List.of("ended hangup"), world.told(doctor));
    nobodyIsInACall();
  }

  @Test
  void cancelsACallThatRings() {
    world.call(doctor, PATIENT);
    assertTrue(leave(DOCTOR));
    assertEquals(List.of("made offer", "ended cancelled"), world.told(patient));
    nobodyIsInACall();
  }

  @Test
  void declinesACallThatRings() {
    world.call(doctor, PATIENT);
    assertTrue(leave(PATIENT));
    assertEquals(List.of("rejected declined"), world.told(doctor));
    nobodyIsInACall();
  }
}

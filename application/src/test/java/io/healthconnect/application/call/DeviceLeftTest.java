package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lease of a device that has gone (edge case 62). */
class DeviceLeftTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void aPersonIsOfflineWhenTheLastDeviceHasGone() {
    DeviceId second = world.connect(PATIENT);
    int before = world.presenceChanges.size();
    world.disconnect(patient);
    assertEquals(before, world.presenceChanges.size());
    world.disconnect(second);
    assertEquals(
        new Change.PresenceChanged(PATIENT, false),
        world.presenceChanges.get(world.presenceChanges.size() - 1));
    assertEquals(before + 1, world.presenceChanges.size());
  }

  @Test
  void startsTheLeaseOfTheSideThatWasBoundToIt() {
    CallId id = answered();
    world.disconnect(patient);
    assertEquals(
        Optional.of(world.now.plusSeconds(30)), world.calls.find(id).flatMap(LiveCall::deadline));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void anotherDeviceOfTheSamePersonStartsNone() {
    DeviceId second = world.connect(PATIENT);
    CallId id = answered();
    world.disconnect(second);
    assertEquals(Optional.empty(), world.calls.find(id).flatMap(LiveCall::deadline));
    assertEquals(0, world.pass(3600));
  }

  @Test
  void aDeviceThatLeavesTwiceKeepsItsFirstLease() {
    answered();
    world.disconnect(patient);
    assertEquals(0, world.pass(20));
    world.use.deviceLeft().deviceLeft(PATIENT, patient, DeviceLeft.Departure.LOST);
    assertEquals(1, world.pass(10));
  }

  private CallId answered() {
    CallId id = world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(doctor);
    world.told(patient);
    return id;
  }
}

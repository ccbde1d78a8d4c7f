package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.presence.DeviceId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A device that comes online rings if there is a call for its owner (edge case 56). */
class DeviceArrivedTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void case56AnOfflineCalleeWhoComesOnlineInsideTheRingTimeIsRung() {
    world.disconnect(patient);
    assertFalse(value(world.start(doctor, PATIENT, "offer")).online());
    world.candidate(doctor, PATIENT, "c1");
    world.candidate(doctor, PATIENT, "c2");
    assertEquals(0, world.pass(44));

    DeviceId late = world.connect(PATIENT);
    world.candidate(doctor, PATIENT, "c3");

    assertEquals(
        List.of("made offer", "candidate c1", "candidate c2", "candidate c3"), world.told(late));
    assertEquals(1, world.pass(1));
    assertEquals(List.of("rejected unanswered"), world.told(late));
    assertEquals(List.of("rejected unanswered"), world.told(doctor));
  }

  @Test
  void aRepeatedArrivalPublishesPresenceOnce() {
    world.use.deviceArrived().deviceArrived(DOCTOR, doctor);
    assertEquals(2, world.presenceChanges.size());
    world.disconnect(doctor);
    assertEquals(3, world.presenceChanges.size());
    assertTrue(world.presence.online(Set.of(DOCTOR, PATIENT)).contains(PATIENT));
  }

  @Test
  void onlyTheNewDeviceIsTold() {
    world.call(doctor, PATIENT);
    world.told(patient);
    DeviceId second = world.connect(PATIENT);
    assertEquals(List.of("made offer"), world.told(second));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void neitherTheCallersDevicesNorThoseOfOthersRing() {
    world.call(doctor, PATIENT);
    assertEquals(List.of(), world.told(world.connect(DOCTOR)));
    assertEquals(List.of(), world.told(world.connect(STRANGER)));
  }

  @Test
  void anAnsweredCallRingsNoMore() {
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    assertEquals(List.of(), world.told(world.connect(PATIENT)));
  }
}

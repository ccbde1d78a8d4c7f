package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.presence.DeviceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReapLostDevicesTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void aDeviceThatVanishesStartsItsLease() {
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    assertEquals(0, world.use.reapLostDevices().reapLostDevices());
    world.presence.leave(DOCTOR, doctor);

    assertEquals(1, world.use.reapLostDevices().reapLostDevices());
    assertEquals(0, world.use.reapLostDevices().reapLostDevices());
    assertEquals(0, world.pass(29));
    assertEquals(1, world.pass(1));
    assertTrue(world.told(patient).contains("ended lost"));
  }

  @Test
  void aCallerWhoVanishesCancels() {
    world.call(doctor, PATIENT);
    world.presence.leave(DOCTOR, doctor);
    assertEquals(1, world.use.reapLostDevices().reapLostDevices());
    assertEquals(1, world.pass(30));
    assertEquals(List.of("made offer", "ended cancelled"), world.told(patient));
  }

  @Test
  void doesNotProlongALeaseThatRuns() {
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.disconnect(patient);
    assertEquals(0, world.pass(20));
    assertEquals(0, world.use.reapLostDevices().reapLostDevices());
    assertEquals(1, world.pass(10));
  }
}

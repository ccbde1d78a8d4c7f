package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.DeviceId;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReapLostDevicesTest {
  private final CallWorld world = new CallWorld();
  private final List<String> looks = new ArrayList<>();
  private boolean away;
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

  @Test
  void looksAtCallsOnlyWhereSomebodyHasLeft() {
    world.call(doctor, PATIENT);
    ReapLostDevices reap = reaper();
    reap.reapLostDevices();
    assertEquals(List.of("all"), looks());
    reap.reapLostDevices();
    assertEquals(List.of(), looks());
    DeviceId other = world.connect(STRANGER);
    world.presence.leave(STRANGER, other);
    world.presence.leave(DOCTOR, doctor);
    assertEquals(1, reap.reapLostDevices());
    assertEquals(List.of("2 people"), looks());
    world.now = world.now.plus(ReapLostDevicesHandler.EVERYTHING);
    reap.reapLostDevices();
    reap.reapLostDevices();
    assertEquals(List.of("all"), looks());
  }

  @Test
  void afterAFailureLooksAtAllCalls() {
    world.call(doctor, PATIENT);
    ReapLostDevices reap = reaper();
    reap.reapLostDevices();
    world.presence.leave(DOCTOR, doctor);
    away = true;
    assertThrows(IllegalStateException.class, reap::reapLostDevices);
    away = false;
    looks.clear();
    assertEquals(1, reap.reapLostDevices());
    assertEquals(List.of("all"), looks());
  }

  private List<String> looks() {
    List<String> since = List.copyOf(looks);
    looks.clear();
    return since;
  }

  private ReapLostDevices reaper() {
    LiveCalls watched =
        (LiveCalls)
            Proxy.newProxyInstance(
                LiveCalls.class.getClassLoader(),
                new Class<?>[] {LiveCalls.class},
                (proxy, method, arguments) -> {
                  if (away) {
                    throw new IllegalStateException("the store is away");
                  }
                  if (method.getName().equals("devices")) {
                    looks.add(
                        arguments == null ? "all" : ((Set<?>) arguments[0]).size() + " people");
                  }
                  return method.invoke(world.calls, arguments);
                });
    Clock clock = world.clock();
    return new ReapLostDevicesHandler(
        watched,
        world.presence,
        new Leases(watched, world.presence, CallRules.DEFAULT, clock),
        clock);
  }
}

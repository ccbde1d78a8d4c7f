package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls that ring too long or have lost a side (edge cases 56 and 62). */
class ExpireCallsTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void case56ACalleeWhoNeverCameOnlineWasOffline() {
    world.disconnect(patient);
    world.call(doctor, PATIENT);

    assertEquals(1, world.pass(45));

    assertEquals(List.of("rejected offline"), world.told(doctor));
    assertEquals(Optional.of(EndReason.OFFLINE), lastOf(PATIENT).endReason());
  }

  @Test
  void case62ALeaseThatRunsOutEndsTheCallForTheOther() {
    answered();
    world.disconnect(patient);
    assertEquals(0, world.pass(29));
    assertEquals(1, world.pass(1));

    assertEquals(List.of("ended lost"), world.told(doctor));
    assertEquals(
        Optional.of(EndReason.LOST),
        world
            .use
            .listCalls()
            .listCalls(CallWorld.actor(PATIENT), PageRequest.first(1))
            .items()
            .get(0)
            .endReason());
  }

  @Test
  void aCallerWhoIsLostWhileItRingsHasCancelled() {
    world.call(doctor, PATIENT);
    world.disconnect(doctor);
    assertEquals(0, world.pass(29));
    assertEquals(1, world.pass(1));

    assertEquals(List.of("made offer", "ended cancelled"), world.told(patient));
    assertEquals(Optional.of(EndReason.CANCELLED), lastOf(DOCTOR).endReason());
  }

  @Test
  void peopleOfAnEndedCallAreFreeAgain() {
    world.call(doctor, PATIENT);
    assertEquals(0, world.pass(44));
    assertEquals(1, world.pass(1));
    assertEquals(0, world.pass(1));
    assertEquals(Optional.empty(), world.calls.liveOf(DOCTOR));
    world.call(patient, DOCTOR);
  }

  @Test
  void onManyServersAtOnceACallEndsOnce() {
    world.call(doctor, PATIENT);
    world.now = world.now.plusSeconds(45);
    List<Integer> ended = Race.of(8, i -> () -> world.use.expireCalls().expireCalls());
    assertEquals(1, ended.stream().mapToInt(each -> each).sum());
    assertEquals(List.of("rejected unanswered"), world.told(doctor));
  }

  private CallId answered() {
    CallId id = world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(doctor);
    world.told(patient);
    return id;
  }

  private CallRecord lastOf(AccountId account) {
    return world
        .use
        .listCalls()
        .listCalls(CallWorld.actor(account), PageRequest.first(1))
        .items()
        .get(0);
  }
}

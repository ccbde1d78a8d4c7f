package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.refusal;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.LiveCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Edge cases 53 and 58 to 64: what happens to a call that was answered. */
class ActiveCallsTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void case53Of100ConcurrentAnswersExactlyOneWins() throws Exception {
    List<DeviceId> devices = new ArrayList<>(List.of(patient));
    for (int i = 1; i < 100; i++) {
      devices.add(world.connect(PATIENT));
    }
    world.call(doctor, PATIENT);
    ExecutorService threads = Executors.newFixedThreadPool(100);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Result<CallId, CallRefusal>>> results = new ArrayList<>();
    for (DeviceId device : devices) {
      results.add(
          threads.submit(
              () -> {
                go.await();
                return world.answer(device, DOCTOR, "answer of " + device);
              }));
    }
    go.countDown();
    int won = 0;
    int elsewhere = 0;
    for (Future<Result<CallId, CallRefusal>> result : results) {
      won += result.get().fold(id -> 1, reason -> 0);
      elsewhere +=
          result.get().fold(id -> 0, reason -> reason == CallRefusal.ANSWERED_ELSEWHERE ? 1 : 0);
    }
    threads.shutdown();

    assertEquals(1, won);
    assertEquals(99, elsewhere);
    assertEquals(1, world.told(doctor).size());
    long stopped =
        devices.stream().filter(d -> world.told(d).contains("answered elsewhere")).count();
    assertEquals(99, stopped);
  }

  @Test
  void aDeviceThatIsGoneWithoutAWordStartsItsLease() {
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    assertEquals(0, world.use.missDevices().handle());
    world.presence.leave(DOCTOR, doctor);

    assertEquals(1, world.use.missDevices().handle());
    assertEquals(0, world.use.missDevices().handle());
    assertEquals(0, world.pass(29));
    assertEquals(1, world.pass(1));
    assertTrue(world.told(patient).contains("ended lost"));
  }

  @Test
  void case58AnAnswerThatTheCallerMissedFollowsWhenItIsBack() {
    CallId id = world.call(doctor, PATIENT);
    value(world.candidate(patient, DOCTOR, "p1"));
    world.disconnect(doctor);
    value(world.answer(patient, DOCTOR, "answer"));
    value(world.candidate(patient, DOCTOR, "p2"));
    DeviceId back = world.connect(DOCTOR);

    LiveCall.Resumed resumed = resume(back, id);

    assertEquals(CallState.ACTIVE, resumed.record().state());
    assertEquals("answer", resumed.description().orElseThrow().json());
    assertEquals(List.of("answered answer", "candidate p1", "candidate p2"), world.told(back));
    assertEquals(0, world.pass(3600));
  }

  @Test
  void case59AnIceRestartCarriesItsCandidatesInOrder() {
    answered();
    value(world.candidate(doctor, PATIENT, "d1"));
    value(world.describe(doctor, PATIENT, "restart"));
    value(world.candidate(doctor, PATIENT, "d2"));
    value(world.describe(patient, DOCTOR, "restart answer"));

    assertEquals(
        List.of("candidate d1", "description restart", "candidate d2"), world.told(patient));
    assertEquals(List.of("description restart answer"), world.told(doctor));
  }

  @Test
  void case59ADescriptionAllows100MoreCandidates() {
    answered();
    for (int i = 0; i < 100; i++) {
      value(world.candidate(doctor, PATIENT, "d" + i));
    }
    assertEquals(CallRefusal.TOO_MANY_CANDIDATES, refusal(world.candidate(doctor, PATIENT, "x")));
    value(world.describe(doctor, PATIENT, "restart"));
    value(world.candidate(doctor, PATIENT, "y"));
  }

  @Test
  void case60AReconnectKeepsTheCallAndItsLease() {
    CallId id = answered();
    world.disconnect(patient);
    assertEquals(0, world.pass(29));
    DeviceId back = world.connect(PATIENT);
    resume(back, id);

    assertEquals(0, world.pass(4 * 3600));
    value(world.candidate(doctor, PATIENT, "d1"));
    assertEquals(List.of("candidate d1"), world.told(back));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void case60ASignalFromTheNewDeviceResumesByItself() {
    answered();
    world.disconnect(patient);
    value(world.describe(doctor, PATIENT, "restart"));
    value(world.candidate(doctor, PATIENT, "d1"));
    DeviceId back = world.connect(PATIENT);
    value(world.candidate(back, DOCTOR, "p1"));

    assertEquals(List.of("description restart", "candidate d1"), world.told(back));
    assertEquals(List.of("candidate p1"), world.told(doctor));
    assertEquals(0, world.pass(60));
  }

  @Test
  void case60CandidatesThatWaitFollowTheDescriptionTheyBelongTo() {
    CallId id = answered();
    world.disconnect(patient);
    value(world.candidate(doctor, PATIENT, "d1"));
    DeviceId back = world.connect(PATIENT);
    resume(back, id);

    assertEquals(List.of("description offer", "candidate d1"), world.told(back));
  }

  @Test
  void atMost8DescriptionsWait() {
    CallId id = answered();
    world.disconnect(patient);
    for (int i = 0; i < 8; i++) {
      value(world.describe(doctor, PATIENT, "restart" + i));
      value(world.candidate(doctor, PATIENT, "candidate" + i));
    }
    assertEquals(CallRefusal.TOO_MANY_CANDIDATES, refusal(world.describe(doctor, PATIENT, "9th")));
    DeviceId back = world.connect(PATIENT);
    resume(back, id);
    List<String> told = world.told(back);
    assertEquals(9, told.size());
    assertEquals("candidate candidate7", told.get(8));
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
        world.use.listCalls().handle(PATIENT, PageRequest.first(1)).items().get(0).endReason());
  }

  @Test
  void case62ADeviceThatWasGoneBeforeItWasBoundHasALeaseToo() {
    world.call(doctor, PATIENT);
    world.disconnect(patient);
    value(world.answer(patient, DOCTOR, "answer"));

    assertEquals(1, world.pass(30));
  }

  @Test
  void case63ACallOutlivesEveryLease() {
    answered();
    assertEquals(0, world.pass(4 * 3600));
    value(world.end(doctor, PATIENT));
    assertEquals(List.of("ended hangup"), world.told(patient));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void case64ASecondDeviceTakesOverAndTheFirstIsTold() {
    CallId id = answered();
    DeviceId second = world.connect(PATIENT);
    assertEquals(CallRefusal.NOT_YOUR_DEVICE, refusal(world.candidate(second, DOCTOR, "p1")));
    assertEquals(CallRefusal.NOT_YOUR_DEVICE, refusal(world.describe(second, DOCTOR, "d")));
    assertEquals(CallRefusal.NOT_YOUR_DEVICE, refusal(world.end(second, DOCTOR)));

    LiveCall.Resumed resumed = resume(second, id);

    assertEquals("offer", resumed.description().orElseThrow().json());
    assertEquals(List.of("answered elsewhere"), world.told(patient));
    assertEquals(CallRefusal.NOT_YOUR_DEVICE, refusal(world.candidate(patient, DOCTOR, "p1")));
    world.disconnect(patient);
    assertEquals(0, world.pass(60));
    value(world.end(doctor, PATIENT));
    assertEquals(List.of("ended hangup"), world.told(second));
  }

  @Test
  void resumingTwiceChangesNothing() {
    CallId id = answered();

    assertEquals(resume(patient, id), resume(patient, id));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void aDeviceThatDoesNotKnowTheCallTakesOverTheOneWithThatPerson() {
    CallId id = answered();
    DeviceId second = world.connect(DOCTOR);

    assertEquals(id, value(take(second, Optional.of(PATIENT))).record().id());
    assertEquals(id, value(take(second, Optional.empty())).record().id());
    assertEquals(CallRefusal.NOT_FOUND, refusal(take(second, Optional.of(STRANGER))));
  }

  private Result<LiveCall.Resumed, CallRefusal> take(DeviceId device, Optional<AccountId> with) {
    return world
        .use
        .resumeCall()
        .handle(new ResumeCall.Command(world.owner(device), device, Optional.empty(), with));
  }

  @Test
  void aTwiceToldArrivalPublishesPresenceOnce() {
    world.use.deviceArrived().handle(DOCTOR, doctor);
    assertEquals(2, world.presenceChanges.size());
    world.disconnect(doctor);
    assertEquals(3, world.presenceChanges.size());
    assertTrue(world.presence.online(java.util.Set.of(DOCTOR, PATIENT)).contains(PATIENT));
  }

  private CallId answered() {
    CallId id = world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(doctor);
    world.told(patient);
    return id;
  }

  private LiveCall.Resumed resume(DeviceId device, CallId id) {
    return value(
        world.use.resumeCall().handle(new ResumeCall.Command(world.owner(device), device, id)));
  }
}

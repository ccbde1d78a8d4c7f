package io.healthconnect.domain.call;

import static io.healthconnect.domain.call.CallScene.DOCTOR;
import static io.healthconnect.domain.call.CallScene.PATIENT;
import static io.healthconnect.domain.call.RingingCallTest.ANN;
import static io.healthconnect.domain.call.RingingCallTest.ANSWER;
import static io.healthconnect.domain.call.RingingCallTest.BOB;
import static io.healthconnect.domain.call.RingingCallTest.DESK;
import static io.healthconnect.domain.call.RingingCallTest.NOW;
import static io.healthconnect.domain.call.RingingCallTest.OFFER;
import static io.healthconnect.domain.call.RingingCallTest.PHONE;
import static io.healthconnect.domain.call.RingingCallTest.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each side of an answered call may do (R-02, R-03; edge cases 58 to 60, 63 and 64). */
class ActiveCallTest {
  private final CallScene scene = new CallScene();
  private final DeviceId doctor = scene.connect(DOCTOR);
  private final DeviceId patient = scene.connect(PATIENT);

  private final ActiveCall call =
      assertInstanceOf(
          ActiveCall.class, RingingCallTest.ringing().answer(BOB, TAB, ANSWER, NOW).next());

  private static List<Signal.Event> events(Step<?> step) {
    return step.signals().stream().map(Signal::event).toList();
  }

  @Test
  void r03IsAnsweredOnceOnly() {
    assertEquals(
        Optional.of(CallRefusal.ANSWERED_ELSEWHERE), call.answer(BOB, DESK, ANSWER, NOW).result());
    assertEquals(Optional.of(CallRefusal.WRONG_STATE), call.answer(BOB, TAB, ANSWER, NOW).result());
    assertEquals(
        Optional.of(CallRefusal.WRONG_STATE),
        call.reject(ANN, PHONE, EndReason.DECLINED, NOW).result());
  }

  @Test
  void r02OnlyTheBoundDeviceSpeaks() {
    Optional<CallRefusal> refused = Optional.of(CallRefusal.NOT_YOUR_DEVICE);
    assertEquals(refused, call.candidate(BOB, DESK, new Candidate("x"), 9).result());
    assertEquals(refused, call.description(BOB, DESK, OFFER).result());
    assertEquals(refused, call.end(ANN, DESK, NOW).result());
    assertEquals(Set.of(PHONE, TAB), call.devices());
  }

  @Test
  void aSideMaySendAsManyCandidatesAsTheLimitSays() {
    Step<Optional<CallRefusal>> one = call.candidate(ANN, PHONE, new Candidate("1"), 1);
    assertEquals(
        List.of(new Signal.CandidateSent(call.id(), ANN, new Candidate("1"))), events(one));
    LiveCall next = assertInstanceOf(LiveCall.class, one.next());
    assertEquals(
        Optional.of(CallRefusal.TOO_MANY_CANDIDATES),
        next.candidate(ANN, PHONE, new Candidate("2"), 1).result());
    LiveCall described =
        assertInstanceOf(LiveCall.class, next.description(ANN, PHONE, OFFER).next());
    assertEquals(Optional.empty(), described.candidate(ANN, PHONE, new Candidate("2"), 1).result());
  }

  @Test
  void signalsToALostSideFollowWhenItReturns() {
    Instant until = NOW.plusSeconds(30);
    ActiveCall away = assertInstanceOf(ActiveCall.class, call.left(TAB, until).next());
    Step<Optional<CallRefusal>> sent = away.candidate(ANN, PHONE, new Candidate("1"), 9);
    assertEquals(List.of(), sent.signals());
    LiveCall waiting = assertInstanceOf(LiveCall.class, sent.next());
    Step<LiveCall.Resumed> resumed = waiting.resume(BOB, DESK);
    assertEquals(
        List.of(
            new Signal.DescriptionSent(call.id(), ANN, OFFER),
            new Signal.CandidateSent(call.id(), ANN, new Candidate("1"))),
        events(resumed));
    assertEquals(new Signal.Only(DESK), resumed.signals().get(0).devices());
  }

  @Test
  void endsAsLostWhenALeaseRunsOutAndAsHungUpOtherwise() {
    Instant until = NOW.plusSeconds(30);
    LiveCall away = assertInstanceOf(LiveCall.class, call.left(PHONE, until).next());
    assertEquals(false, away.expire(until.minusMillis(1)).result());
    EndedCall lost = assertInstanceOf(EndedCall.class, away.expire(until).next());
    assertEquals(Optional.of(EndReason.LOST), lost.record().endReason());
    EndedCall ended = assertInstanceOf(EndedCall.class, call.end(BOB, TAB, NOW).next());
    assertEquals(Optional.of(EndReason.HANGUP), ended.record().endReason());
  }

  @Test
  void keepsNoCardAndHasRung() {
    assertSame(call, call.markRung());
    assertEquals(Optional.empty(), call.kept().card());
    assertEquals(call.kept(), call.kept().restore(NOW).kept());
  }

  @Test
  void case58AnAnswerThatTheCallerMissedFollowsWhenItIsBack() {
    scene.ring(doctor);
    accepted(scene.candidate(patient, "p1"));
    scene.disconnect(doctor);
    accepted(scene.answer(patient, "answer"));
    accepted(scene.candidate(patient, "p2"));
    DeviceId back = scene.connect(DOCTOR);

    LiveCall.Resumed resumed = scene.resume(back);

    assertEquals(CallState.ACTIVE, resumed.record().state());
    assertEquals("answer", resumed.description().orElseThrow().json());
    assertEquals(List.of("answered answer", "candidate p1", "candidate p2"), scene.told(back));
    assertFalse(scene.pass(3600));
  }

  @Test
  void case59AnIceRestartCarriesItsCandidatesInOrder() {
    answered();
    accepted(scene.candidate(doctor, "d1"));
    accepted(scene.describe(doctor, "restart"));
    accepted(scene.candidate(doctor, "d2"));
    accepted(scene.describe(patient, "restart answer"));

    assertEquals(
        List.of("candidate d1", "description restart", "candidate d2"), scene.told(patient));
    assertEquals(List.of("description restart answer"), scene.told(doctor));
  }

  @Test
  void case59ADescriptionAllows100MoreCandidates() {
    answered();
    for (int i = 0; i < 100; i++) {
      accepted(scene.candidate(doctor, "d" + i));
    }
    assertEquals(Optional.of(CallRefusal.TOO_MANY_CANDIDATES), scene.candidate(doctor, "x"));
    accepted(scene.describe(doctor, "restart"));
    accepted(scene.candidate(doctor, "y"));
  }

  @Test
  void case60AReconnectKeepsTheCallAndItsLease() {
    answered();
    scene.disconnect(patient);
    assertFalse(scene.pass(29));
    DeviceId back = scene.connect(PATIENT);
    scene.resume(back);

    assertFalse(scene.pass(4 * 3600));
    accepted(scene.candidate(doctor, "d1"));
    assertEquals(List.of("candidate d1"), scene.told(back));
    assertEquals(List.of(), scene.told(doctor));
  }

  @Test
  void case60ASignalFromTheNewDeviceResumesByItself() {
    answered();
    scene.disconnect(patient);
    accepted(scene.describe(doctor, "restart"));
    accepted(scene.candidate(doctor, "d1"));
    DeviceId back = scene.connect(PATIENT);
    accepted(scene.candidate(back, "p1"));

    assertEquals(List.of("description restart", "candidate d1"), scene.told(back));
    assertEquals(List.of("candidate p1"), scene.told(doctor));
    assertFalse(scene.pass(60));
  }

  @Test
  void case60CandidatesThatWaitFollowTheDescriptionTheyBelongTo() {
    answered();
    scene.disconnect(patient);
    accepted(scene.candidate(doctor, "d1"));
    DeviceId back = scene.connect(PATIENT);
    scene.resume(back);

    assertEquals(List.of("description offer", "candidate d1"), scene.told(back));
  }

  @Test
  void atMost8DescriptionsWait() {
    answered();
    scene.disconnect(patient);
    for (int i = 0; i < 8; i++) {
      accepted(scene.describe(doctor, "restart" + i));
      accepted(scene.candidate(doctor, "candidate" + i));
    }
    assertEquals(Optional.of(CallRefusal.TOO_MANY_CANDIDATES), scene.describe(doctor, "9th"));
    DeviceId back = scene.connect(PATIENT);
    scene.resume(back);
    List<String> told = scene.told(back);
    assertEquals(9, told.size());
    assertEquals("candidate candidate7", told.get(8));
  }

  @Test
  void case63ACallOutlivesEveryLease() {
    answered();
    assertFalse(scene.pass(4 * 3600));
    accepted(scene.end(doctor));
    assertEquals(List.of("ended hangup"), scene.told(patient));
    assertEquals(List.of(), scene.told(doctor));
  }

  @Test
  void case64ASecondDeviceTakesOverAndTheFirstIsTold() {
    answered();
    DeviceId second = scene.connect(PATIENT);
    assertEquals(Optional.of(CallRefusal.NOT_YOUR_DEVICE), scene.candidate(second, "p1"));
    assertEquals(Optional.of(CallRefusal.NOT_YOUR_DEVICE), scene.describe(second, "d"));
    assertEquals(Optional.of(CallRefusal.NOT_YOUR_DEVICE), scene.end(second));

    LiveCall.Resumed resumed = scene.resume(second);

    assertEquals("offer", resumed.description().orElseThrow().json());
    assertEquals(List.of("answered elsewhere"), scene.told(patient));
    assertEquals(Optional.of(CallRefusal.NOT_YOUR_DEVICE), scene.candidate(patient, "p1"));
    scene.disconnect(patient);
    assertFalse(scene.pass(60));
    accepted(scene.end(doctor));
    assertEquals(List.of("ended hangup"), scene.told(second));
  }

  @Test
  void resumingTwiceChangesNothing() {
    answered();

    assertEquals(scene.resume(patient), scene.resume(patient));
    assertEquals(List.of(), scene.told(patient));
  }

  private void answered() {
    scene.ring(doctor);
    accepted(scene.answer(patient, "answer"));
    scene.told(doctor);
    scene.told(patient);
  }

  private static void accepted(Optional<CallRefusal> result) {
    assertEquals(Optional.empty(), result);
  }
}

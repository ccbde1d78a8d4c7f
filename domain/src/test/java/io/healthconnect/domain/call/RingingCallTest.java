package io.healthconnect.domain.call;

import static io.healthconnect.domain.call.CallScene.DOCTOR;
import static io.healthconnect.domain.call.CallScene.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each side of a ringing call may do (R-02, R-03; edge cases 53, 54 and 57). */
class RingingCallTest {
  private final CallScene scene = new CallScene();
  private final DeviceId doctor = scene.connect(DOCTOR);
  private final DeviceId patient = scene.connect(PATIENT);

  static final AccountId ANN = new AccountId("ann");
  static final AccountId BOB = new AccountId("bob");
  static final DeviceId PHONE = new DeviceId("phone");
  static final DeviceId TAB = new DeviceId("tab");
  static final DeviceId DESK = new DeviceId("desk");
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  static final SessionDescription OFFER = new SessionDescription("offer");
  static final SessionDescription ANSWER = new SessionDescription("answer");

  /** Ann calls Bob from her phone. */
  static RingingCall ringing() {
    CallRecord record =
        CallRecord.ringing(new CallId("c"), ANN, BOB, Optional.empty(), CallMedia.VIDEO, NOW);
    CallerCard card = new CallerCard(new PersonName("Ann Lee"), Optional.empty(), Role.PATIENT);
    Side ann = Side.calling(ANN, PHONE, OFFER);
    return RingingCall.start(record, card, ann, NOW.plusSeconds(45), false);
  }

  private static List<Signal.Event> events(Step<?> step) {
    return step.signals().stream().map(Signal::event).toList();
  }

  @Test
  void ringsWithTheCardOfTheCallerAndTheCandidatesSoFar() {
    Step<Optional<CallRefusal>> step = ringing().candidate(ANN, PHONE, new Candidate("c1"), 9);
    RingingCall call = assertInstanceOf(RingingCall.class, step.next());
    List<Signal> rung = call.ring(new Signal.Only(TAB));
    Signal.CallMade made = assertInstanceOf(Signal.CallMade.class, rung.get(0).event());
    assertEquals("Ann Lee", made.caller().name().value());
    assertEquals(OFFER, made.offer());
    assertEquals(
        new Signal.CandidateSent(call.id(), ANN, new Candidate("c1")), rung.get(1).event());
    assertEquals(BOB, rung.get(0).to());
  }

  @Test
  void aRingThatNeitherWithdrawsIsCancelledForBoth() {
    assertCancelledBy(Optional.empty());
  }

  @Test
  void aRingThatTheCallerWithdrawsIsCancelledForBoth() {
    assertCancelledBy(Optional.of(DOCTOR));
  }

  private void assertCancelledBy(Optional<AccountId> by) {
    scene.ring(doctor);
    assertTrue(scene.withdraw(by));
    assertEquals(List.of("ended cancelled"), scene.told(doctor));
    assertEquals(List.of("made offer", "ended cancelled"), scene.told(patient));
    assertEquals(Optional.of(EndReason.CANCELLED), scene.record().endReason());
  }

  /** The callee knows of the call, and is told of no missed one. */
  @Test
  void aRingThatTheCalleeWithdrawsIsDeclinedForBoth() {
    scene.ring(doctor);
    assertTrue(scene.withdraw(Optional.of(PATIENT)));
    assertEquals(List.of("rejected declined"), scene.told(doctor));
    assertEquals(List.of("made offer", "rejected declined"), scene.told(patient));
    assertEquals(Optional.of(EndReason.DECLINED), scene.record().endReason());
  }

  @Test
  void aCallThatIsAnsweredIsNotWithdrawn() {
    scene.ring(doctor);
    scene.answer(patient, "answer");
    scene.told(doctor);
    assertFalse(scene.withdraw(Optional.empty()));
    assertEquals(List.of(), scene.told(doctor));
    assertEquals(Optional.empty(), scene.record().endReason());
  }

  @Test
  void r03NothingOfTheCalleeLeavesBeforeTheAnswer() {
    RingingCall call = ringing();
    assertEquals(Optional.of(CallRefusal.WRONG_STATE), call.description(BOB, TAB, ANSWER).result());
    assertEquals(
        Optional.of(CallRefusal.WRONG_STATE), call.description(ANN, PHONE, OFFER).result());
    Step<Optional<CallRefusal>> early = call.candidate(BOB, TAB, new Candidate("b1"), 9);
    assertEquals(List.of(), early.signals());
    RingingCall waiting = assertInstanceOf(RingingCall.class, early.next());
    Step<Optional<CallRefusal>> answered = waiting.answer(BOB, TAB, ANSWER, NOW);
    assertEquals(
        List.of(
            new Signal.CallAnswered(call.id(), BOB, ANSWER),
            new Signal.CandidateSent(call.id(), BOB, new Candidate("b1")),
            new Signal.AnsweredElsewhere(call.id(), ANN)),
        events(answered));
    // Signals from another device of the callee are dropped.
    assertEquals(2, events(waiting.answer(BOB, DESK, ANSWER, NOW)).size());
  }

  @Test
  void r02TheCallerNeitherAnswersNorRejects() {
    RingingCall call = ringing();
    Optional<CallRefusal> refused = Optional.of(CallRefusal.WRONG_STATE);
    assertEquals(refused, call.answer(ANN, PHONE, ANSWER, NOW).result());
    assertEquals(refused, call.reject(ANN, PHONE, EndReason.DECLINED, NOW).result());
    assertEquals(refused, call.reject(BOB, TAB, EndReason.HANGUP, NOW).result());
    assertEquals(
        Optional.of(CallRefusal.NOT_YOUR_DEVICE),
        call.candidate(ANN, DESK, new Candidate("x"), 9).result());
    assertEquals(Optional.of(CallRefusal.NOT_YOUR_DEVICE), call.end(ANN, DESK, NOW).result());
  }

  @Test
  void endsAsCancelledDeclinedOfflineOrUnanswered() {
    RingingCall call = ringing();
    assertEquals(EndReason.CANCELLED, reason(call.end(ANN, PHONE, NOW)));
    assertEquals(EndReason.DECLINED, reason(call.end(BOB, TAB, NOW)));
    assertEquals(EndReason.BUSY, reason(call.reject(BOB, TAB, EndReason.BUSY, NOW)));
    assertEquals(EndReason.OFFLINE, reason(call.reject(BOB, TAB, EndReason.OFFLINE, NOW)));
    assertEquals(EndReason.UNANSWERED, reason(call.reject(BOB, TAB, EndReason.UNANSWERED, NOW)));
    Instant late = NOW.plusSeconds(45);
    assertEquals(false, call.expire(late.minusMillis(1)).result());
    assertEquals(EndReason.OFFLINE, reason(call.expire(late)));
    assertEquals(EndReason.UNANSWERED, reason(call.markRung().expire(late)));
    assertSame(call.markRung().rung(), true);
  }

  private static EndReason reason(Step<?> step) {
    return assertInstanceOf(EndedCall.class, step.next()).record().endReason().orElseThrow();
  }

  @Test
  void aLostCallerCancelsAfterTheLease() {
    Instant until = NOW.plusSeconds(30);
    Step<Boolean> left = ringing().left(PHONE, until);
    RingingCall away = assertInstanceOf(RingingCall.class, left.next());
    assertEquals(Optional.of(until), away.deadline());
    assertEquals(EndReason.CANCELLED, reason(away.expire(until)));
    assertEquals(false, ringing().left(TAB, until).result());
  }

  @Test
  void comesBackAfterARestartAsItWasKept() {
    RingingCall call = ringing().markRung();
    LiveCall restored = call.kept().restore(NOW.plusSeconds(30));
    assertEquals(call.kept(), restored.kept());
    assertEquals(call.card(), assertInstanceOf(RingingCall.class, restored).card());
  }

  @Test
  void case53TheFirstAnswerWinsAndALateOneIsToldSo() {
    DeviceId second = scene.connect(PATIENT);
    scene.ring(doctor);
    accepted(scene.answer(patient, "answer"));

    assertEquals(Optional.of(CallRefusal.ANSWERED_ELSEWHERE), scene.answer(second, "late answer"));
    assertEquals(Optional.of(CallRefusal.ANSWERED_ELSEWHERE), scene.reject(second));
    assertEquals(Optional.of(CallRefusal.WRONG_STATE), scene.answer(patient, "twice"));
    assertEquals(List.of("answered answer"), scene.told(doctor));
    assertEquals(List.of("made offer", "answered elsewhere"), scene.told(second));
    assertEquals(List.of("made offer"), scene.told(patient));
  }

  @Test
  void case54ADeclineOnOneDeviceStopsAll() {
    DeviceId second = scene.connect(PATIENT);
    scene.ring(doctor);
    accepted(scene.reject(patient));

    assertEquals(List.of("rejected declined"), scene.told(doctor));
    assertEquals(List.of("made offer", "rejected declined"), scene.told(second));
    assertEquals(List.of("made offer"), scene.told(patient));
    assertEquals(Optional.of(EndReason.DECLINED), scene.record().endReason());
  }

  @Test
  void case57CandidatesBeforeTheAnswerFollowItInOrderAndOnlyThoseOfTheAnsweringDevice() {
    DeviceId second = scene.connect(PATIENT);
    scene.ring(doctor);
    accepted(scene.candidate(patient, "p1"));
    accepted(scene.candidate(second, "other"));
    accepted(scene.candidate(patient, "p2"));
    assertEquals(List.of(), scene.told(doctor));

    accepted(scene.answer(patient, "answer"));
    accepted(scene.candidate(patient, "p3"));

    assertEquals(
        List.of("answered answer", "candidate p1", "candidate p2", "candidate p3"),
        scene.told(doctor));
  }

  @Test
  void laterDescriptionsWaitForTheAnswer() {
    scene.ring(doctor);

    assertEquals(Optional.of(CallRefusal.WRONG_STATE), scene.describe(patient, "early"));
    assertEquals(Optional.of(CallRefusal.WRONG_STATE), scene.describe(doctor, "early"));
    assertEquals(List.of(), scene.told(doctor));
  }

  @Test
  void theCallerCanNeitherAnswerNorReject() {
    scene.ring(doctor);

    assertEquals(Optional.of(CallRefusal.WRONG_STATE), scene.answer(doctor, "answer"));
    assertEquals(Optional.of(CallRefusal.WRONG_STATE), scene.reject(doctor));
  }

  private static void accepted(Optional<CallRefusal> result) {
    assertEquals(Optional.empty(), result);
  }
}

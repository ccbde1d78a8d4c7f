package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.refusal;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.SessionDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edge cases 51 to 57, 70 and 74: what happens until a call is answered. */
class RingingCallsTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void case51BothPressCallAndTheFirstCallStays() {
    CallId first = world.call(doctor, PATIENT);
    assertEquals(List.of("made offer"), world.told(patient));

    StartCall.Started second = value(world.start(patient, DOCTOR, "other offer"));

    assertEquals(new StartCall.Started(first, true, true, false), second);
    assertEquals(List.of("made offer"), world.told(patient));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void case52ABusyCalleeHasAMissedCallAndTheFirstCallGoesOn() {
    DeviceId stranger = world.connect(STRANGER);
    CallId first = world.call(patient, DOCTOR);
    world.told(doctor);

    StartCall.Started second = value(world.start(stranger, DOCTOR, "offer"));

    assertTrue(second.busy());
    assertEquals(List.of("rejected busy"), world.told(stranger));
    assertEquals(List.of(), world.told(doctor));
    assertEquals(List.of(), world.told(patient));
    assertEquals(second.callId(), lastOf(DOCTOR).id());
    assertEquals(Optional.of(EndReason.BUSY), lastOf(DOCTOR).endReason());
    assertEquals(first, value(world.answer(doctor, PATIENT, "answer")));
  }

  @Test
  void refusesACallerWhoIsInACall() {
    DeviceId stranger = world.connect(STRANGER);
    world.call(doctor, PATIENT);
    world.told(patient);

    assertEquals(
        StartCall.Refusal.ALREADY_IN_CALL, refusal(world.start(doctor, STRANGER, "offer")));
    assertEquals(StartCall.Refusal.ALREADY_IN_CALL, refusal(world.start(doctor, PATIENT, "again")));
    assertEquals(List.of(), world.told(stranger));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void case53TheFirstAnswerWinsAndALateOneIsToldSo() {
    DeviceId second = world.connect(PATIENT);
    world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));

    assertEquals(
        CallRefusal.ANSWERED_ELSEWHERE, refusal(world.answer(second, DOCTOR, "late answer")));
    assertEquals(CallRefusal.ANSWERED_ELSEWHERE, refusal(world.reject(second, DOCTOR)));
    assertEquals(CallRefusal.WRONG_STATE, refusal(world.answer(patient, DOCTOR, "twice")));
    assertEquals(List.of("answered answer"), world.told(doctor));
    assertEquals(List.of("made offer", "answered elsewhere"), world.told(second));
    assertEquals(List.of("made offer"), world.told(patient));
  }

  @Test
  void case54ADeclineOnOneDeviceStopsAll() {
    DeviceId second = world.connect(PATIENT);
    world.call(doctor, PATIENT);
    value(world.reject(patient, DOCTOR));

    assertEquals(List.of("rejected declined"), world.told(doctor));
    assertEquals(List.of("made offer", "rejected declined"), world.told(second));
    assertEquals(List.of("made offer"), world.told(patient));
    assertEquals(Optional.of(EndReason.DECLINED), lastOf(PATIENT).endReason());
  }

  @Test
  void case55ACallerWhoHangsUpEarlyLeavesAMissedCall() {
    world.call(doctor, PATIENT);
    value(world.end(doctor, PATIENT));

    assertEquals(List.of("made offer", "ended cancelled"), world.told(patient));
    assertEquals(Optional.of(EndReason.CANCELLED), lastOf(PATIENT).endReason());
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.answer(patient, DOCTOR, "late")));
  }

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
  void case56ACalleeWhoNeverCameOnlineWasOffline() {
    world.disconnect(patient);
    world.call(doctor, PATIENT);

    assertEquals(1, world.pass(45));

    assertEquals(List.of("rejected offline"), world.told(doctor));
    assertEquals(Optional.of(EndReason.OFFLINE), lastOf(PATIENT).endReason());
  }

  @Test
  void case57CandidatesBeforeTheAnswerFollowItInOrderAndOnlyThoseOfTheAnsweringDevice() {
    DeviceId second = world.connect(PATIENT);
    world.call(doctor, PATIENT);
    value(world.candidate(patient, DOCTOR, "p1"));
    value(world.candidate(second, DOCTOR, "other"));
    value(world.candidate(patient, DOCTOR, "p2"));
    assertEquals(List.of(), world.told(doctor));

    value(world.answer(patient, DOCTOR, "answer"));
    value(world.candidate(patient, DOCTOR, "p3"));

    assertEquals(
        List.of("answered answer", "candidate p1", "candidate p2", "candidate p3"),
        world.told(doctor));
  }

  @Test
  void case57ASideMaySend100CandidatesAndNo101st() {
    world.call(doctor, PATIENT);
    for (int i = 0; i < 100; i++) {
      value(world.candidate(doctor, PATIENT, "d" + i));
      value(world.candidate(patient, DOCTOR, "p" + i));
    }

    assertEquals(
        CallRefusal.TOO_MANY_CANDIDATES, refusal(world.candidate(doctor, PATIENT, "d100")));
    assertEquals(
        CallRefusal.TOO_MANY_CANDIDATES, refusal(world.candidate(patient, DOCTOR, "p100")));
    value(world.answer(patient, DOCTOR, "answer"));
    assertEquals(101, world.told(doctor).size());
    assertEquals(
        CallRefusal.TOO_MANY_CANDIDATES, refusal(world.candidate(patient, DOCTOR, "p101")));
  }

  @Test
  void case57CandidatesOfAnOlderCallReachNobody() {
    CallId old = world.call(doctor, PATIENT);
    world.end(doctor, PATIENT);
    world.call(doctor, PATIENT);
    world.told(patient);

    CallParty party = new CallParty(DOCTOR, doctor, PATIENT, Optional.of(old));

    assertEquals(
        CallRefusal.NOT_FOUND,
        refusal(
            world
                .use
                .sendCandidate()
                .handle(new SendCandidate.Command(party, new Candidate("c")))));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void laterDescriptionsWaitForTheAnswer() {
    world.call(doctor, PATIENT);

    assertEquals(CallRefusal.WRONG_STATE, refusal(world.describe(patient, DOCTOR, "early")));
    assertEquals(CallRefusal.WRONG_STATE, refusal(world.describe(doctor, PATIENT, "early")));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void theCallerCanNeitherAnswerNorReject() {
    world.call(doctor, PATIENT);

    assertEquals(CallRefusal.WRONG_STATE, refusal(world.answer(doctor, PATIENT, "answer")));
    assertEquals(CallRefusal.WRONG_STATE, refusal(world.reject(doctor, PATIENT)));
  }

  @Test
  void case70NobodyWithoutContactMayCall() {
    assertEquals(StartCall.Refusal.NO_CONTACT, refusal(world.start(patient, STRANGER, "offer")));
    world.call(doctor, PATIENT);
    world.contact = false;
    assertEquals(CallRefusal.NO_CONTACT, refusal(world.answer(patient, DOCTOR, "answer")));
    assertEquals(List.of(), world.told(doctor));
    value(world.reject(patient, DOCTOR));
  }

  @Test
  void case70ForAThirdPersonTheCallDoesNotExist() {
    DeviceId stranger = world.connect(STRANGER);
    CallId id = world.call(doctor, PATIENT);
    CallParty party = new CallParty(STRANGER, stranger, DOCTOR, Optional.of(id));

    assertEquals(
        CallRefusal.NOT_FOUND,
        refusal(
            world
                .use
                .answerCall()
                .handle(new AnswerCall.Command(party, new SessionDescription("forged")))));
    assertEquals(
        CallRefusal.NOT_FOUND, refusal(world.use.endCall().handle(new EndCall.Command(party))));
    assertEquals(
        CallRefusal.NOT_FOUND,
        refusal(world.use.resumeCall().handle(new ResumeCall.Command(STRANGER, stranger, id))));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void case70AnUnknownAppointmentIsRefused() {
    StartCall.Command command =
        new StartCall.Command(
            DOCTOR,
            doctor,
            PATIENT,
            new SessionDescription("offer"),
            CallMedia.AUDIO,
            Optional.of(new AppointmentId("none")));

    assertEquals(
        StartCall.Refusal.NO_SUCH_APPOINTMENT, refusal(world.use.startCall().handle(command)));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void case74TheSameTwoCanCallAgainAfterEveryEnd() {
    world.call(doctor, PATIENT);
    world.reject(patient, DOCTOR);
    world.call(patient, DOCTOR);
    world.pass(45);
    world.call(doctor, PATIENT);
    world.answer(patient, DOCTOR, "answer");
    world.end(patient, DOCTOR);
    world.call(doctor, PATIENT);

    assertEquals(3, world.use.listCalls().handle(DOCTOR, PageRequest.first(10)).items().size());
  }

  @Test
  void timesHaveWholeMilliseconds() {
    world.now = world.now.plusNanos(1_234_567);
    world.call(doctor, PATIENT);
    world.answer(patient, DOCTOR, "answer");
    world.now = world.now.plusNanos(1_234_567);
    world.end(doctor, PATIENT);

    CallRecord call = lastOf(DOCTOR);
    assertEquals(Instant.parse("2026-03-02T10:00:00.001Z"), call.startedAt());
    assertEquals(Optional.of(Instant.parse("2026-03-02T10:00:00.002Z")), call.endedAt());
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

  private CallRecord lastOf(AccountId account) {
    return world.use.listCalls().handle(account, PageRequest.first(1)).items().get(0);
  }
}

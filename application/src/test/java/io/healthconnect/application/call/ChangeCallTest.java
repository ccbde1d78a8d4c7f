package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.refusal;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.call.ChangeCall.Intent;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.presence.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the two may do with a call of theirs (edge cases 53, 55, 57, 62 and 70). */
class ChangeCallTest {
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

  /** */
  @Test
  void r07AWithheldCandidateIsAnsweredLikeAnyOtherAndPassesNothingOn() {
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.withhold(patient, DOCTOR)));
    world.call(doctor, PATIENT);
    value(world.withhold(patient, DOCTOR));
    value(world.withhold(doctor, PATIENT));
    assertEquals(List.of("made offer"), world.told(patient));
    value(world.answer(patient, DOCTOR, "answer"));
    value(world.withhold(patient, DOCTOR));
    assertEquals(List.of("answered answer"), world.told(doctor));
    DeviceId other = world.connect(PATIENT);
    assertEquals(CallRefusal.NOT_YOUR_DEVICE, refusal(world.withhold(other, DOCTOR)));
    world.disconnect(doctor);
    value(world.withhold(patient, DOCTOR));
    world.recover(DOCTOR, doctor);
    assertEquals(List.of(), world.told(doctor));
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
                .changeCall()
                .changeCall(
                    new ChangeCall.Command(party, new Intent.SendCandidate(new Candidate("c"))))));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void case62ADeviceThatWasGoneBeforeItWasBoundHasALeaseToo() {
    world.call(doctor, PATIENT);
    world.disconnect(patient);
    value(world.answer(patient, DOCTOR, "answer"));

    assertEquals(1, world.pass(30));
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
                .changeCall()
                .changeCall(
                    new ChangeCall.Command(
                        party, new Intent.Answer(new SessionDescription("forged"))))));
    assertEquals(
        CallRefusal.NOT_FOUND,
        refusal(
            world.use.changeCall().changeCall(new ChangeCall.Command(party, new Intent.End()))));
    assertEquals(
        CallRefusal.NOT_FOUND,
        refusal(world.use.resumeCall().resumeCall(new ResumeCall.Command(STRANGER, stranger, id))));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void withoutACallThereIsNothingToChange() {
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.answer(patient, DOCTOR, "answer")));
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.candidate(patient, DOCTOR, "c")));
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.describe(patient, DOCTOR, "d")));
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.reject(patient, DOCTOR)));
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.end(patient, DOCTOR)));
  }

  /** A thread that must not wait changes only what needs neither the store nor a lease. */
  @Test
  void withoutWaitingItDoesNotAskTheStore() {
    CallId id = world.call(doctor, PATIENT);
    assertEquals(
        Optional.empty(), attempt(patient, new Intent.Answer(new SessionDescription("a"))));
    assertEquals(
        Optional.empty(), attempt(doctor, new Intent.SendDescription(new SessionDescription("d"))));
    Intent candidate = new Intent.SendCandidate(new Candidate("c1"));
    assertEquals(id, value(attempt(doctor, candidate).orElseThrow()));
    world.disconnect(patient);
    assertEquals(Optional.empty(), attempt(patient, candidate));
    assertEquals(List.of("made offer", "candidate c1"), world.told(patient));
  }

  @Test
  void withoutWaitingItFindsNoCallThatIsOver() {
    world.call(doctor, PATIENT);
    value(attempt(doctor, new Intent.End()).orElseThrow());
    assertEquals(CallRefusal.NOT_FOUND, refusal(attempt(doctor, new Intent.End()).orElseThrow()));
    assertEquals(List.of("made offer", "ended cancelled"), world.told(patient));
  }

  private Optional<Result<CallId, CallRefusal>> attempt(DeviceId from, Intent intent) {
    AccountId to = from.equals(doctor) ? PATIENT : DOCTOR;
    return world
        .use
        .changeCall()
        .tryChangeCall(new ChangeCall.Command(world.party(from, to), intent));
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

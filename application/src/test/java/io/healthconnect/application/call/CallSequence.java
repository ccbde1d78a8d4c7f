package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.presence.DeviceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One random sequence of events, driven by its seed. */
final class CallSequence {
  private static final List<AccountId> PEOPLE = List.of(DOCTOR, PATIENT, STRANGER);

  private final SplittableRandom random;
  private final CallWorld world = new CallWorld();
  private final CallObserver observer = new CallObserver(world);
  private final List<String> steps = new ArrayList<>();
  private final Set<CallId> known = new HashSet<>();
  private int serial;
  private long answered;
  private long resumed;

  CallSequence(long seed) {
    random = new SplittableRandom(seed);
    world.onDelivery = observer::delivered;
  }

  List<String> steps() {
    return steps;
  }

  void addCounts(long[] counts) {
    counts[0] += known.size();
    counts[1] += answered;
    counts[2] += observer.candidates();
    counts[3] += resumed;
  }

  void run() {
    PEOPLE.forEach(world::connect);
    int length = 10 + random.nextInt(30);
    for (int i = 0; i < length; i++) {
      step();
      checkStore();
    }
    everythingEnds();
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0 -> arrive();
      case 1 -> leave();
      case 2, 3, 4 -> start();
      case 5, 6, 7 -> answer();
      case 8, 9, 10, 11, 12 -> candidates(random.nextInt(40) == 0 ? 101 : 1);
      case 13, 14 -> describe();
      case 15 -> reject();
      case 16 -> end();
      case 17, 18 -> resume();
      default -> pass();
    }
  }

  private void arrive() {
    if (world.owners.size() < 9) {
      note("arrive", world.connect(PEOPLE.get(random.nextInt(3))));
    }
  }

  private void leave() {
    device()
        .ifPresent(
            device -> {
              note("leave", device);
              world.disconnect(device);
            });
  }

  private void start() {
    device()
        .ifPresent(
            from -> {
              AccountId to = someoneElse(from);
              String offer = "offer " + ++serial;
              note("start " + to, from);
              observer.offering(from, offer);
              Result<StartCall.Started, StartCall.Refusal> result = world.start(from, to, offer);
              result.fold(
                  started -> {
                    known.add(started.callId());
                    observer.started(started, from, offer);
                    return true;
                  },
                  refusal -> false);
            });
  }

  private void answer() {
    device()
        .ifPresent(
            from -> {
              note("answer", from);
              AccountId to =
                  live(from)
                      .map(call -> call.record().other(world.owner(from)))
                      .orElseGet(() -> someoneElse(from));
              String answer = CallObserver.answerOf(live(from), from);
              boolean may = observer.answering(live(from), from);
              boolean done = accepted(world.answer(from, to, answer));
              require(done == may, "answer accepted: " + done);
              answered += done ? 1 : 0;
            });
  }

  private void candidates(int count) {
    device()
        .ifPresent(
            from -> {
              note("candidates " + count, from);
              AccountId to = partner(from);
              for (int i = 0; i < count; i++) {
                String candidate = observer.candidateOf(live(from), from, ++serial);
                Result<CallId, CallRefusal> result = world.candidate(from, to, candidate);
                if (accepted(result)) {
                  observer.candidateAccepted(live(from), from);
                }
              }
            });
  }

  private void describe() {
    device()
        .ifPresent(
            from -> {
              note("describe", from);
              String description = "description " + ++serial;
              Optional<LiveCall> call = live(from);
              observer.describing(call, from, description);
              boolean done = accepted(world.describe(from, partner(from), description));
              observer.described(call, from, description, done);
              require(!done || live(from).orElseThrow() instanceof ActiveCall, "not active");
            });
  }

  private void reject() {
    device()
        .ifPresent(
            from -> {
              note("reject", from);
              world.reject(from, partner(from));
            });
  }

  private void end() {
    device()
        .ifPresent(
            from -> {
              note("end", from);
              world.end(from, partner(from));
            });
  }

  private void resume() {
    device()
        .ifPresent(
            from -> {
              note("resume", from);
              Optional<LiveCall> call = live(from);
              if (call.isPresent()) {
                CallId id = call.get().id();
                AccountId account = world.owner(from);
                world
                    .use
                    .resumeCall()
                    .resumeCall(new ResumeCall.Command(account, from, id))
                    .fold(
                        state -> {
                          observer.resumed(id, from, state);
                          resumed++;
                          return true;
                        },
                        refusal -> false);
              }
            });
  }

  private void pass() {
    int seconds = 1 + random.nextInt(20);
    steps.add("pass " + seconds);
    world.pass(seconds);
  }

  private void checkStore() {
    Set<AccountId> inCall = new HashSet<>();
    for (CallId id : known) {
      Optional<LiveCall> call = world.calls.find(id);
      if (call.isPresent()) {
        CallRecord record = call.get().record();
        require(inCall.add(record.caller()), "two live calls");
        require(inCall.add(record.callee()), "two live calls");
        require(world.calls.liveOf(record.caller()).isPresent(), "lost from the caller");
        require(world.calls.liveOf(record.callee()).isPresent(), "lost from the callee");
      } else {
        observer.over(id);
      }
    }
    for (AccountId person : PEOPLE) {
      require(inCall.contains(person) == world.calls.liveOf(person).isPresent(), "ghost call");
    }
  }

  private void everythingEnds() {
    for (DeviceId device : List.copyOf(world.owners.keySet())) {
      note("leave", device);
      world.disconnect(device);
    }
    world.pass(45);
    checkStore();
    Set<CallId> logged = new HashSet<>();
    for (AccountId person : PEOPLE) {
      require(world.calls.liveOf(person).isEmpty(), "still in a call");
      for (CallRecord call : world.calls.records(person, PageRequest.first(100)).items()) {
        logged.add(call.id());
      }
    }
    require(logged.equals(known), "calls that were started and are not in the log");
  }

  private Optional<DeviceId> device() {
    List<DeviceId> devices = List.copyOf(world.owners.keySet());
    return devices.isEmpty()
        ? Optional.empty()
        : Optional.of(devices.get(random.nextInt(devices.size())));
  }

  private Optional<LiveCall> live(DeviceId device) {
    return world.calls.liveOf(world.owner(device));
  }

  /** Mostly the other person in the live call, sometimes anybody. */
  private AccountId partner(DeviceId from) {
    if (random.nextInt(10) == 0) {
      return someoneElse(from);
    }
    return live(from)
        .map(call -> call.record().other(world.owner(from)))
        .orElseGet(() -> someoneElse(from));
  }

  private AccountId someoneElse(DeviceId from) {
    AccountId other = PEOPLE.get(random.nextInt(3));
    return other.equals(world.owner(from)) ? someoneElse(from) : other;
  }

  private void note(String what, DeviceId device) {
    steps.add(what + " " + device.value());
  }

  private static boolean accepted(Result<CallId, CallRefusal> result) {
    return result.fold(id -> true, refusal -> false);
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}

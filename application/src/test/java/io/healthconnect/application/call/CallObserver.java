package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallSequence.require;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.presence.DeviceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches the signals to devices, and derives from what was sent (not from the state of the calls)
 * which signals are allowed. A candidate names its number and the description it belongs to.
 */
final class CallObserver {
  private record DeviceInCall(DeviceId device, CallId call) {}

  private record Person(AccountId account, CallId call) {}

  private final CallWorld world;
  private final Set<String> offers = new HashSet<>();
  private final Set<CallId> answered = new HashSet<>();
  private final Set<CallId> over = new HashSet<>();
  private final Map<DeviceInCall, Set<String>> knows = new HashMap<>();
  private final Map<DeviceInCall, Integer> lastNumber = new HashMap<>();
  private final Map<Person, String> lastDescription = new HashMap<>();
  private final Map<Object, Integer> sent = new HashMap<>();
  private final Map<Person, Set<String>> described = new HashMap<>();
  private long candidates;

  CallObserver(CallWorld world) {
    this.world = world;
  }

  long candidates() {
    return candidates;
  }

  void offering(DeviceId from, String offer) {
    offers.add(world.owner(from) + offer);
  }

  void started(StartCall.Started started, DeviceId from, String offer) {
    if (!started.glare() && !started.busy()) {
      setDescription(new Person(world.owner(from), started.callId()), offer);
    }
  }

  static String answerOf(Optional<LiveCall> call, DeviceId device) {
    return "answer " + call.map(each -> each.id().value()).orElse("none") + device.value();
  }

  /** Whether an answer of this device must be accepted. */
  boolean answering(Optional<LiveCall> call, DeviceId from) {
    AccountId by = world.owner(from);
    if (call.isEmpty()
        || call.get() instanceof ActiveCall
        || call.get().record().caller().equals(by)) {
      return false;
    }
    Person callee = new Person(by, call.get().id());
    answered.add(callee.call());
    setDescription(callee, answerOf(call, from));
    sent.put(callee, sent.getOrDefault(new DeviceInCall(from, callee.call()), 0));
    return true;
  }

  String candidateOf(Optional<LiveCall> call, DeviceId from, int number) {
    if (call.isEmpty()) {
      return "none|" + number;
    }
    Person person = new Person(world.owner(from), call.get().id());
    String description =
        isRingingCallee(call.get(), from) ? answerOf(call, from) : lastDescription.get(person);
    return description + "|" + number;
  }

  void candidateAccepted(Optional<LiveCall> call, DeviceId from) {
    LiveCall live = call.orElseThrow();
    Object sender =
        isRingingCallee(live, from)
            ? new DeviceInCall(from, live.id())
            : new Person(world.owner(from), live.id());
    require(sent.merge(sender, 1, Integer::sum) <= 100, "more than 100 candidates");
  }

  void describing(Optional<LiveCall> call, DeviceId from, String description) {
    call.ifPresent(live -> allowed(new Person(world.owner(from), live.id())).add(description));
  }

  void described(Optional<LiveCall> call, DeviceId from, String description, boolean done) {
    if (call.isPresent()) {
      Person person = new Person(world.owner(from), call.get().id());
      if (done) {
        setDescription(person, description);
        sent.put(person, 0);
      } else {
        allowed(person).remove(description);
      }
    }
  }

  void resumed(CallId id, DeviceId device, LiveCall.Resumed state) {
    state.description().ifPresent(each -> learn(device, id, each.json()));
    boolean early = state.description().isPresent() && !answered.contains(id);
    require(
        !early || state.record().callee().equals(world.owner(device)),
        "the caller knows a description before the answer");
  }

  void over(CallId id) {
    over.add(id);
  }

  void delivered(DeviceId device, Signal.Event event) {
    require(!over.contains(event.callId()), "a signal about a call that has ended");
    checkPeople(device, event);
    if (event instanceof Signal.CallMade made) {
      require(offers.contains(made.from() + made.offer().json()), "unknown offer");
      learn(device, made.callId(), made.offer().json());
      lastNumber.remove(new DeviceInCall(device, made.callId()));
    } else if (event instanceof Signal.CallAnswered sent) {
      require(answered.contains(sent.callId()), "answered by nobody");
      allowed(device, sent, sent.answer().json());
    } else if (event instanceof Signal.DescriptionSent sent) {
      require(answered.contains(sent.callId()), "description before the answer");
      allowed(device, sent, sent.description().json());
    } else if (event instanceof Signal.CandidateSent sent) {
      candidate(device, sent);
    }
  }

  private void candidate(DeviceId device, Signal.CandidateSent event) {
    candidates++;
    String text = event.candidate().json();
    int bar = text.lastIndexOf('|');
    DeviceInCall key = new DeviceInCall(device, event.callId());
    require(
        knows.getOrDefault(key, Set.of()).contains(text.substring(0, bar)),
        device + ": candidate before its description: " + text);
    int number = Integer.parseInt(text.substring(bar + 1));
    Integer last = lastNumber.put(key, number);
    require(last == null || last < number, "candidates out of order");
  }

  private void checkPeople(DeviceId device, Signal.Event event) {
    AccountId owner = world.owner(device);
    require(!event.from().equals(owner), "a signal from the person's own account");
    Optional<LiveCall> live = world.calls.find(event.callId());
    if (live.isPresent()) {
      CallRecord call = live.get().record();
      require(call.isOf(owner) && call.isOf(event.from()), "a signal about somebody else's call");
      boolean calleeSpeaks = event.from().equals(call.callee());
      boolean speech =
          !(event instanceof Signal.AnsweredElsewhere) && !(event instanceof Signal.CallRejected);
      require(!calleeSpeaks || !speech || answered.contains(call.id()), "callee before accept");
    }
  }

  private boolean isRingingCallee(LiveCall call, DeviceId from) {
    return !(call instanceof ActiveCall) && call.record().callee().equals(world.owner(from));
  }

  private Set<String> allowed(Person person) {
    return described.computeIfAbsent(person, each -> new HashSet<>());
  }

  private void allowed(DeviceId device, Signal.Event event, String description) {
    Person from = new Person(event.from(), event.callId());
    require(allowed(from).contains(description), "a description that was not sent");
    learn(device, event.callId(), description);
  }

  private void setDescription(Person person, String description) {
    lastDescription.put(person, description);
    allowed(person).add(description);
  }

  private void learn(DeviceId device, CallId call, String description) {
    knows.computeIfAbsent(new DeviceInCall(device, call), each -> new HashSet<>()).add(description);
  }
}

package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call between a doctor and a patient, whose devices write down what they are told. It rings
 * for 45 s, a lease lasts 30 s, and a side may send 100 candidates since its last description.
 */
final class CallScene {
  static final AccountId DOCTOR = new AccountId("doctor");
  static final AccountId PATIENT = new AccountId("patient");

  private static final int CANDIDATES = 100;

  private final Map<DeviceId, AccountId> connected = new LinkedHashMap<>();
  private final Map<DeviceId, List<Signal.Event>> heard = new LinkedHashMap<>();
  private Optional<Call> call = Optional.empty();
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  /** A new device of the person comes online. */
  DeviceId connect(AccountId account) {
    DeviceId device = new DeviceId(account + "-" + heard.size());
    connected.put(device, account);
    heard.put(device, new ArrayList<>());
    live().ifPresent(each -> take(each.arrived(account, device)));
    return device;
  }

  void disconnect(DeviceId device) {
    connected.remove(device);
    live().ifPresent(each -> take(each.left(device, now.plusSeconds(30))));
  }

  /** Lets time pass; whether the call ended because of it. */
  boolean pass(int seconds) {
    now = now.plusSeconds(seconds);
    return take(call().expire(now));
  }

  /** The device calls the other person. */
  CallId ring(DeviceId from) {
    CallRecord record =
        CallRecord.ringing(
            new CallId("c"), owner(from), other(from), Optional.empty(), CallMedia.VIDEO, now);
    CallerCard card = new CallerCard(new PersonName("Ann Lee"), Optional.empty(), Role.DOCTOR);
    Side caller = Side.calling(owner(from), from, new SessionDescription("offer"));
    RingingCall started =
        RingingCall.start(
            record, card, caller, now.plusSeconds(45), connected.containsValue(other(from)));
    call = Optional.of(started);
    started.ring(new Signal.All()).forEach(this::tell);
    return record.id();
  }

  Optional<CallRefusal> answer(DeviceId from, String answer) {
    return take(call().answer(owner(from), from, new SessionDescription(answer), now));
  }

  Optional<CallRefusal> candidate(DeviceId from, String candidate) {
    return take(call().candidate(owner(from), from, new Candidate(candidate), CANDIDATES));
  }

  Optional<CallRefusal> describe(DeviceId from, String description) {
    return take(call().description(owner(from), from, new SessionDescription(description)));
  }

  Optional<CallRefusal> reject(DeviceId from) {
    return take(call().reject(owner(from), from, EndReason.DECLINED, now));
  }

  Optional<CallRefusal> end(DeviceId from) {
    return take(call().end(owner(from), from, now));
  }

  boolean withdraw(Optional<AccountId> by) {
    return take(call().withdraw(by, now));
  }

  LiveCall.Resumed resume(DeviceId device) {
    return take(call().resume(owner(device), device));
  }

  /** What is kept of the call. */
  CallRecord record() {
    return call.orElseThrow().record();
  }

  /** What the device was told since it was last asked, in short words. */
  List<String> told(DeviceId device) {
    List<Signal.Event> events = Optional.ofNullable(heard.get(device)).orElseThrow();
    List<String> words = events.stream().map(CallScene::words).toList();
    events.clear();
    return words;
  }

  private <R> R take(Step<R> step) {
    call = Optional.of(step.next());
    step.signals().forEach(this::tell);
    return step.result();
  }

  private void tell(Signal signal) {
    connected.forEach(
        (device, account) -> {
          if (account.equals(signal.to()) && signal.devices().includes(device)) {
            Optional.ofNullable(heard.get(device)).orElseThrow().add(signal.event());
          }
        });
  }

  private Optional<LiveCall> live() {
    return call.filter(LiveCall.class::isInstance).map(LiveCall.class::cast);
  }

  private LiveCall call() {
    return live().orElseThrow();
  }

  /** The device's owner, also of a device that has left. */
  private static AccountId owner(DeviceId device) {
    return new AccountId(device.value().substring(0, device.value().indexOf('-')));
  }

  private static AccountId other(DeviceId device) {
    return owner(device).equals(DOCTOR) ? PATIENT : DOCTOR;
  }

  private static String words(Signal.Event event) {
    if (event instanceof Signal.CallMade made) {
      return "made " + made.offer().json();
    }
    if (event instanceof Signal.CallAnswered answered) {
      return "answered " + answered.answer().json();
    }
    if (event instanceof Signal.CandidateSent sent) {
      return "candidate " + sent.candidate().json();
    }
    if (event instanceof Signal.DescriptionSent sent) {
      return "description " + sent.description().json();
    }
    if (event instanceof Signal.CallRejected rejected) {
      return "rejected " + rejected.reason().code();
    }
    if (event instanceof Signal.CallEnded ended) {
      return "ended " + ended.reason().code();
    }
    return "answered elsewhere";
  }
}

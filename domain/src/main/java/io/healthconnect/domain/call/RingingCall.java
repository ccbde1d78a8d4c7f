package io.healthconnect.domain.call;

import static io.healthconnect.domain.call.Step.accepted;
import static io.healthconnect.domain.call.Step.refused;
import static io.healthconnect.domain.call.Step.same;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A call that rings on every device of the callee. The caller's candidates are sent to those
 * devices at once and kept for devices that come online. The callee's candidates wait: nothing from
 * the callee is sent before the answer.
 *
 * @param card what ringing devices show about the caller
 * @param ringUntil when it stops ringing
 * @param rung whether any device of the callee has rung
 * @param offered the caller's candidates so far
 * @param early candidates from the callee's devices, which wait for the answer
 */
public record RingingCall(
    CallRecord record,
    CallerCard card,
    Instant ringUntil,
    boolean rung,
    Side caller,
    List<Candidate> offered,
    List<Early> early)
    implements LiveCall {

  /** A candidate that arrived before its answer. */
  public record Early(DeviceId device, Candidate candidate) {}

  public RingingCall {
    if (record.state() != CallState.RINGING) {
      throw new InvalidValueException("state", "must be ringing");
    }
    offered = List.copyOf(offered);
    early = List.copyOf(early);
  }

  public static RingingCall start(
      CallRecord record, CallerCard card, Side caller, Instant ringUntil, boolean calleeOnline) {
    return new RingingCall(record, card, ringUntil, calleeOnline, caller, List.of(), List.of());
  }

  /** The signals that make devices of the callee ring: the call, then the candidates so far. */
  public List<Signal> ring(Signal.Devices devices) {
    Signal.Event made =
        new Signal.CallMade(
            id(),
            caller.account(),
            card,
            caller.description(),
            record.media(),
            record.appointment());
    List<Signal> signals = new ArrayList<>();
    signals.add(toCallee(devices, made));
    for (Candidate candidate : offered) {
      signals.add(toCallee(devices, new Signal.CandidateSent(id(), caller.account(), candidate)));
    }
    return signals;
  }

  @Override
  public Step<Optional<CallRefusal>> answer(
      AccountId by, DeviceId device, SessionDescription answer, Instant now) {
    if (isCaller(by)) {
      return refused(this, CallRefusal.WRONG_STATE);
    }
    List<Signal.Event> events = new ArrayList<>();
    events.add(new Signal.CallAnswered(id(), by, answer));
    for (Early each : early) {
      if (each.device().equals(device)) {
        events.add(new Signal.CandidateSent(id(), by, each.candidate()));
      }
    }
    List<Signal> signals = new ArrayList<>();
    Side callerSide = caller;
    if (caller.isAway()) {
      callerSide = caller.waiting(events);
    } else {
      events.forEach(event -> signals.add(caller.tell(event)));
    }
    signals.add(
        toCallee(new Signal.AllBut(device), new Signal.AnsweredElsewhere(id(), caller.account())));
    Side callee = Side.of(by, device, answer, events.size() - 1);
    return accepted(new ActiveCall(record.answered(now), callerSide, callee), signals);
  }

  @Override
  public Step<Optional<CallRefusal>> candidate(
      AccountId from, DeviceId device, Candidate candidate, int limit) {
    return isCaller(from) ? offer(device, candidate, limit) : keepEarly(device, candidate, limit);
  }

  private Step<Optional<CallRefusal>> offer(DeviceId device, Candidate candidate, int limit) {
    if (!caller.accepts(device)) {
      return refused(this, CallRefusal.NOT_YOUR_DEVICE);
    }
    if (caller.hasSent(limit)) {
      return refused(this, CallRefusal.TOO_MANY_CANDIDATES);
    }
    Signal.Event event = new Signal.CandidateSent(id(), caller.account(), candidate);
    Side sender = caller.boundTo(device).withCandidate();
    RingingCall next =
        new RingingCall(record, card, ringUntil, rung, sender, plus(offered, candidate), early);
    return accepted(next, List.of(toCallee(new Signal.All(), event)));
  }

  private Step<Optional<CallRefusal>> keepEarly(DeviceId device, Candidate candidate, int limit) {
    if (early.size() >= limit) {
      return refused(this, CallRefusal.TOO_MANY_CANDIDATES);
    }
    List<Early> more = plus(early, new Early(device, candidate));
    return accepted(
        new RingingCall(record, card, ringUntil, rung, caller, offered, more), List.of());
  }

  @Override
  public Step<Optional<CallRefusal>> description(
      AccountId from, DeviceId device, SessionDescription description) {
    return refused(this, CallRefusal.WRONG_STATE);
  }

  @Override
  public Step<Optional<CallRefusal>> reject(
      AccountId by, DeviceId device, EndReason reason, Instant now) {
    if (isCaller(by) || !reason.isRejection()) {
      return refused(this, CallRefusal.WRONG_STATE);
    }
    return rejected(new Signal.AllBut(device), reason, now, Optional.empty());
  }

  /** Both hear that it was not answered: all devices of the caller, and those of the callee. */
  private <T> Step<T> rejected(Signal.Devices ofCallee, EndReason reason, Instant now, T result) {
    return new Step<>(
        new EndedCall(record.ended(reason, now)),
        List.of(
            toCaller(new Signal.CallRejected(id(), record.callee(), reason)),
            toCallee(ofCallee, new Signal.CallRejected(id(), caller.account(), reason))),
        result);
  }

  @Override
  public Step<Optional<CallRefusal>> end(AccountId by, DeviceId device, Instant now) {
    if (!isCaller(by)) {
      return reject(by, device, EndReason.DECLINED, now);
    }
    if (!caller.accepts(device)) {
      return refused(this, CallRefusal.NOT_YOUR_DEVICE);
    }
    return accepted(cancelled(now), List.of(cancel()));
  }

  @Override
  public Step<Resumed> resume(AccountId by, DeviceId device) {
    if (!isCaller(by)) {
      return same(this, new Resumed(record, Optional.of(caller.description())));
    }
    Resumed resumed = new Resumed(record, Optional.empty());
    if (caller.device().equals(device) && !caller.isAway()) {
      return same(this, resumed);
    }
    List<Signal> signals =
        caller.isAway()
            ? List.of()
            : List.of(caller.tell(new Signal.AnsweredElsewhere(id(), record.callee())));
    return new Step<>(withCaller(caller.boundTo(device)), signals, resumed);
  }

  @Override
  public Step<Boolean> arrived(AccountId account, DeviceId device) {
    if (isCaller(account)) {
      return same(this, false);
    }
    return new Step<>(markRung(), ring(new Signal.Only(device)), true);
  }

  @Override
  public Step<Boolean> returned(AccountId account, DeviceId device) {
    if (!isCaller(account) || !caller.isAway() || !caller.device().equals(device)) {
      return same(this, false);
    }
    return new Step<>(withCaller(caller.boundTo(device)), List.of(), true);
  }

  @Override
  public RingingCall markRung() {
    return rung ? this : new RingingCall(record, card, ringUntil, true, caller, offered, early);
  }

  @Override
  public CallSnapshot kept() {
    return new CallSnapshot(
        record,
        Optional.of(card),
        caller.description(),
        Optional.empty(),
        Optional.of(ringUntil),
        rung);
  }

  @Override
  public Step<Boolean> left(DeviceId device, Instant leaseUntil) {
    if (caller.isAway() || !caller.device().equals(device)) {
      return same(this, false);
    }
    return new Step<>(withCaller(caller.away(leaseUntil)), List.of(), true);
  }

  @Override
  public Step<Boolean> expire(Instant now) {
    if (caller.isLostAt(now)) {
      return new Step<>(cancelled(now), List.of(cancel()), true);
    }
    if (ringUntil.isAfter(now)) {
      return same(this, false);
    }
    EndReason reason = rung ? EndReason.UNANSWERED : EndReason.OFFLINE;
    return rejected(new Signal.All(), reason, now, true);
  }

  @Override
  public Step<Boolean> withdraw(Optional<AccountId> by, Instant now) {
    if (by.filter(record.callee()::equals).isPresent()) {
      return rejected(new Signal.All(), EndReason.DECLINED, now, true);
    }
    Signal toCaller = toCaller(new Signal.CallEnded(id(), record.callee(), EndReason.CANCELLED));
    return new Step<>(cancelled(now), List.of(toCaller, cancel()), true);
  }

  @Override
  public Set<DeviceId> devices() {
    return caller.isAway() ? Set.of() : Set.of(caller.device());
  }

  @Override
  public Optional<Instant> deadline() {
    return caller.leaseUntil().filter(ringUntil::isAfter).or(() -> Optional.of(ringUntil));
  }

  private boolean isCaller(AccountId account) {
    return record.caller().equals(account);
  }

  private RingingCall withCaller(Side side) {
    return new RingingCall(record, card, ringUntil, rung, side, offered, early);
  }

  private EndedCall cancelled(Instant now) {
    return new EndedCall(record.ended(EndReason.CANCELLED, now));
  }

  private Signal cancel() {
    return toCallee(
        new Signal.All(), new Signal.CallEnded(id(), caller.account(), EndReason.CANCELLED));
  }

  private Signal toCaller(Signal.Event event) {
    return new Signal(record.caller(), new Signal.All(), event);
  }

  private Signal toCallee(Signal.Devices devices, Signal.Event event) {
    return new Signal(record.callee(), devices, event);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> more = new ArrayList<>(list.size() + 1);
    more.addAll(list);
    more.add(item);
    return more;
  }

  @Override
  public <T> T fold(
      Function<? super RingingCall, ? extends T> onRinging,
      Function<? super ActiveCall, ? extends T> onActive,
      Function<? super EndedCall, ? extends T> onEnded) {
    return onRinging.apply(this);
  }
}

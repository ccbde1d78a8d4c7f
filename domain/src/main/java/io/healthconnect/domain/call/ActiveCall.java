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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call that was answered: each side is bound to one device, and may be away for the time of a
 * lease.
 */
public record ActiveCall(CallRecord record, Side caller, Side callee) implements LiveCall {
  public ActiveCall {
    if (record.state() != CallState.ACTIVE) {
      throw new InvalidValueException("state", "must be active");
    }
  }

  @Override
  public Step<Optional<CallRefusal>> answer(
      AccountId by, DeviceId device, SessionDescription answer, Instant now) {
    return refused(this, tooLate(by, device));
  }

  @Override
  public Step<Optional<CallRefusal>> candidate(
      AccountId from, DeviceId device, Candidate candidate, int limit) {
    Side me = side(from);
    if (!me.accepts(device)) {
      return refused(this, CallRefusal.NOT_YOUR_DEVICE);
    }
    if (me.hasSent(limit)) {
      return refused(this, CallRefusal.TOO_MANY_CANDIDATES);
    }
    Side other = side(record.other(from));
    Signal.CandidateSent event = new Signal.CandidateSent(id(), from, candidate);
    Side next = other.isAway() ? other.withWaitingCandidate(event, me.description()) : other;
    return deliver(me, me.boundTo(device).withCandidate(), device, next, event);
  }

  @Override
  public Step<Optional<CallRefusal>> description(
      AccountId from, DeviceId device, SessionDescription description) {
    Side me = side(from);
    if (!me.accepts(device)) {
      return refused(this, CallRefusal.NOT_YOUR_DEVICE);
    }
    Side other = side(record.other(from));
    Signal.Event event = new Signal.DescriptionSent(id(), from, description);
    Optional<Side> next = other.isAway() ? other.withWaitingDescription(event) : Optional.of(other);
    if (next.isEmpty()) {
      return refused(this, CallRefusal.TOO_MANY_CANDIDATES);
    }
    Side sent = me.boundTo(device).withDescription(description);
    return deliver(me, sent, device, next.get(), event);
  }

  /**
   * Delivers, in this order: what a sender on a new device has to know, what waited for it, and the
   * event if the other side is connected.
   */
  private Step<Optional<CallRefusal>> deliver(
      Side before, Side sender, DeviceId device, Side receiver, Signal.Event event) {
    List<Signal> signals = new ArrayList<>();
    if (!before.device().equals(device) && before.waiting().isEmpty()) {
      signals.add(sender.tell(descriptionOf(receiver)));
    }
    signals.addAll(before.tellWaiting(device));
    if (!receiver.isAway()) {
      signals.add(receiver.tell(event));
    }
    return accepted(with(sender).with(receiver), signals);
  }

  @Override
  public Step<Optional<CallRefusal>> reject(
      AccountId by, DeviceId device, EndReason reason, Instant now) {
    return refused(this, tooLate(by, device));
  }

  @Override
  public Step<Optional<CallRefusal>> end(AccountId by, DeviceId device, Instant now) {
    if (!side(by).accepts(device)) {
      return refused(this, CallRefusal.NOT_YOUR_DEVICE);
    }
    Signal.Event event = new Signal.CallEnded(id(), by, EndReason.HANGUP);
    return accepted(
        new EndedCall(record.ended(EndReason.HANGUP, now)),
        List.of(new Signal(record.other(by), new Signal.All(), event)));
  }

  @Override
  public Step<Resumed> resume(AccountId by, DeviceId device) {
    Side me = side(by);
    Side other = side(record.other(by));
    Resumed resumed = new Resumed(record, Optional.of(other.description()));
    if (me.device().equals(device) && !me.isAway()) {
      return same(this, resumed);
    }
    List<Signal> signals = new ArrayList<>(me.tellWaiting(device));
    if (!me.isAway()) {
      signals.add(me.tell(new Signal.AnsweredElsewhere(id(), other.account())));
    }
    return new Step<>(with(me.boundTo(device)), signals, resumed);
  }

  @Override
  public Step<Boolean> arrived(AccountId account, DeviceId device) {
    return same(this, false);
  }

  @Override
  public Step<Boolean> returned(AccountId account, DeviceId device) {
    Side me = side(account);
    if (!me.isAway() || !me.device().equals(device)) {
      return same(this, false);
    }
    return new Step<>(with(me.boundTo(device)), me.tellWaiting(device), true);
  }

  @Override
  public ActiveCall markRung() {
    return this;
  }

  @Override
  public CallSnapshot kept() {
    return new CallSnapshot(
        record,
        Optional.empty(),
        caller.description(),
        Optional.of(callee.description()),
        Optional.empty(),
        true);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Asks whether anything was replaced, not what by.
  public Step<Boolean> left(DeviceId device, Instant leaseUntil) {
    ActiveCall next = this;
    for (Side side : List.of(caller, callee)) {
      if (!side.isAway() && side.device().equals(device)) {
        next = next.with(side.away(leaseUntil));
      }
    }
    return new Step<>(next, List.of(), next != this);
  }

  @Override
  public Step<Boolean> expire(Instant now) {
    if (!caller.isLostAt(now) && !callee.isLostAt(now)) {
      return same(this, false);
    }
    List<Signal> signals = List.of(lostSignal(record.caller()), lostSignal(record.callee()));
    return new Step<>(new EndedCall(record.ended(EndReason.LOST, now)), signals, true);
  }

  private Signal lostSignal(AccountId to) {
    Signal.Event event = new Signal.CallEnded(id(), record.other(to), EndReason.LOST);
    return new Signal(to, new Signal.All(), event);
  }

  @Override
  public Step<Boolean> withdraw(Optional<AccountId> by, Instant now) {
    return same(this, false);
  }

  @Override
  public Set<DeviceId> devices() {
    return Stream.of(caller, callee)
        .filter(side -> !side.isAway())
        .map(Side::device)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Instant> deadline() {
    Optional<Instant> first = caller.leaseUntil();
    Optional<Instant> second = callee.leaseUntil();
    if (first.isEmpty() || second.isEmpty()) {
      return first.or(() -> second);
    }
    return first.get().isBefore(second.get()) ? first : second;
  }

  private Side side(AccountId account) {
    return caller.account().equals(account) ? caller : callee;
  }

  private ActiveCall with(Side side) {
    return side.account().equals(caller.account())
        ? new ActiveCall(record, side, callee)
        : new ActiveCall(record, caller, side);
  }

  private Signal.Event descriptionOf(Side side) {
    return new Signal.DescriptionSent(id(), side.account(), side.description());
  }

  private CallRefusal tooLate(AccountId by, DeviceId device) {
    boolean otherDevice = by.equals(record.callee()) && !callee.device().equals(device);
    return otherDevice ? CallRefusal.ANSWERED_ELSEWHERE : CallRefusal.WRONG_STATE;
  }

  @Override
  public <T> T fold(
      Function<? super RingingCall, ? extends T> onRinging,
      Function<? super ActiveCall, ? extends T> onActive,
      Function<? super EndedCall, ? extends T> onEnded) {
    return onActive.apply(this);
  }
}

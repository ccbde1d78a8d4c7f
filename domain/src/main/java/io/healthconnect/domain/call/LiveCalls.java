package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Stores calls. <b>Nobody is ever in two live calls</b>, under any concurrency: this port
 * guarantees it, not its callers.
 *
 * <p>Signals are published as {@code Change.CallSignalled}, those of one call in the order of its
 * changes, after the change is durable. {@link Call#record()} and, while the call is live, {@link
 * CallSnapshot} are durable. The rest (devices, leases, candidates) may be kept in memory, so a
 * change of the rest alone needs no write. Descriptions are deleted when the call ends.
 *
 * <p>A store whose connections all end with the process continues every live call that it finds at
 * startup: {@link CallSnapshot#restore} with a new lease.
 */
public interface LiveCalls extends CallLog {

  /** The outcome of {@link #open}. */
  sealed interface Opened {
    /** Calls the function for this outcome and returns its value. */
    <T> T fold(
        Function<? super Rings, ? extends T> onRings,
        Function<? super Glare, ? extends T> onGlare,
        Function<? super CalleeBusy, ? extends T> onCalleeBusy,
        Function<? super CallerBusy, ? extends T> onCallerBusy);
  }

  /** It rings; it is stored and its signals are published. */
  record Rings() implements Opened {
    @Override
    public <T> T fold(
        Function<? super Rings, ? extends T> onRings,
        Function<? super Glare, ? extends T> onGlare,
        Function<? super CalleeBusy, ? extends T> onCalleeBusy,
        Function<? super CallerBusy, ? extends T> onCallerBusy) {
      return onRings.apply(this);
    }
  }

  /** The callee is already calling the caller; nothing was stored. */
  record Glare(CallId existing) implements Opened {
    @Override
    public <T> T fold(
        Function<? super Rings, ? extends T> onRings,
        Function<? super Glare, ? extends T> onGlare,
        Function<? super CalleeBusy, ? extends T> onCalleeBusy,
        Function<? super CallerBusy, ? extends T> onCallerBusy) {
      return onGlare.apply(this);
    }
  }

  /** The callee is in another live call; nothing was stored. */
  record CalleeBusy() implements Opened {
    @Override
    public <T> T fold(
        Function<? super Rings, ? extends T> onRings,
        Function<? super Glare, ? extends T> onGlare,
        Function<? super CalleeBusy, ? extends T> onCalleeBusy,
        Function<? super CallerBusy, ? extends T> onCallerBusy) {
      return onCalleeBusy.apply(this);
    }
  }

  /**
   * The caller is in another live call; nothing was stored. Takes precedence over {@link
   * CalleeBusy}.
   */
  record CallerBusy() implements Opened {
    @Override
    public <T> T fold(
        Function<? super Rings, ? extends T> onRings,
        Function<? super Glare, ? extends T> onGlare,
        Function<? super CalleeBusy, ? extends T> onCalleeBusy,
        Function<? super CallerBusy, ? extends T> onCallerBusy) {
      return onCallerBusy.apply(this);
    }
  }

  /** Stores a new call unless one of the two is in a live call. */
  Opened open(RingingCall call, List<Signal> signals);

  /** Stores a call that ended before it rang, with the notice of it, and publishes the signals. */
  void addEnded(EndedCall call, List<Signal> signals);

  /**
   * Changes a live call in one step: no other change of the call happens in between. If the next
   * call is an {@link EndedCall}, both people are free and the record appears in their lists of
   * calls; in the same step, a notice tells the callee of a call that was missed.
   *
   * @param change pure; it may be called more than once
   * @return the step's result; empty if there is no such live call
   */
  <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change);

  /**
   * Changes a live call as {@link #change} does, but only if that requires neither waiting nor
   * writing: never blocks.
   *
   * @return empty if it would have to wait, in which case nothing has changed; otherwise the result
   *     of {@code change}
   */
  <R> Optional<Optional<R>> tryChange(CallId id, Function<LiveCall, Step<R>> change);

  /** The live call of this id; ended ones are not found. */
  Optional<LiveCall> find(CallId id);

  /**
   * Whether candidates that were sent to the device within this time have reached other processes
   * but not this one. A connection of the device that is lost then cannot be recovered here.
   */
  boolean mayMiss(AccountId account, DeviceId device, Duration within);

  /**
   * A device that has recovered its connection is connected to this process from now on: what is
   * sent to it in a call must reach this one.
   *
   * @return false if something may have been missed, as {@link #mayMiss}; its connection must then
   *     start anew
   */
  boolean follow(AccountId account, DeviceId device, Duration within);

  /** The live call that the person is in. */
  Optional<LiveCall> liveOf(AccountId account);

  /** The live calls, each with the devices that its sides are bound to and not away from. */
  Map<CallId, Set<DeviceId>> devices();

  /** The live calls of these people, as {@link #devices()}. */
  Map<CallId, Set<DeviceId>> devices(Set<AccountId> people);

  /**
   * Removes records of ended calls of a person, at most {@code limit}, in one step, from the lists
   * of both people.
   *
   * @return how many
   */
  int removeOf(AccountId person, int limit);

  /** Live calls whose deadline is at or before {@code now}. */
  List<CallId> due(Instant now);
}

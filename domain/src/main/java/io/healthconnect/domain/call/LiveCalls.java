package io.healthconnect.domain.call;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps calls. <b>Nobody is ever in two live calls</b>, under any concurrency: that is this port's
 * promise, not its callers'.
 *
 * <p>Signals are published as {@code Change.CallSignalled}, those of one call in the order of its
 * changes, after the change is durable. Durable is {@link Call#record()} and, while the call lives,
 * {@link KeptCall}; the rest (devices, leases, candidates) may live in memory, so a change of that
 * alone needs no write. Descriptions are deleted when the call ends.
 *
 * <p>A store that starts, and with whose last run all connections have gone, goes on with every
 * live call it finds: {@link KeptCall#restore} under a fresh lease.
 */
public interface LiveCalls {

  /** What became of a new call. */
  sealed interface Opened {}

  /** It rings; it is stored and its signals are published. */
  record Rings() implements Opened {}

  /** The callee is calling the caller already; nothing was stored. */
  record Glare(CallId existing) implements Opened {}

  /** The callee is in another live call; nothing was stored. */
  record CalleeBusy() implements Opened {}

  /** The caller is in another live call; nothing was stored. Comes before {@link CalleeBusy}. */
  record CallerBusy() implements Opened {}

  /** Stores a new call unless one of the two is in a live call. */
  Opened open(RingingCall call, List<Signal> signals);

  /** Stores a call that is over before it rang, and publishes the signals. */
  void addEnded(EndedCall call, List<Signal> signals);

  /**
   * Changes a live call in one step: no other change of the call comes in between. When the next
   * call is an {@link EndedCall}, both people are free and the record appears in their logs.
   *
   * @param change pure; it may be called more than once
   * @return the step's result; empty if there is no such live call
   */
  <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change);

  /** The live call of this id; ended ones are not found. */
  Optional<LiveCall> find(CallId id);

  /** The live call that the person is in. */
  Optional<LiveCall> liveOf(AccountId account);

  /** The live calls, each with the devices that its sides are bound to and not away from. */
  Map<CallId, Set<DeviceId>> devices();

  /** Live calls whose deadline is at or before {@code now}. */
  List<CallId> due(Instant now);

  /** The person's ended calls, latest start first, ties by id descending. */
  Page<CallRecord> log(AccountId account, PageRequest page);
}

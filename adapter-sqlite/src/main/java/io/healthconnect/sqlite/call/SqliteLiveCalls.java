package io.healthconnect.sqlite.call;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallSnapshot;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Live calls in memory, since one process holds all connections. State that must survive a restart
 * is written before it is published, so a failed write changes nothing. After a restart, live calls
 * continue from it.
 *
 * <p>No lock is held during a write. The only changes that wait are those that must be written
 * themselves: for other changes of the same call, and, at its start, for another call that is
 * starting with the same people.
 */
public final class SqliteLiveCalls implements LiveCalls {
  /** Runs at startup only; there are as many rows as live calls. */
  static final String KEPT =
      "SELECT * FROM kept_call JOIN call_record ON call_record.id = kept_call.call_id";

  private final Database database;
  private final LocalChangeFeed feed;
  private final SqliteCallLog log;
  private final Map<CallId, InMemoryCall> live = new ConcurrentHashMap<>();
  private final Map<AccountId, CallId> busy = new ConcurrentHashMap<>();

  /** The people of calls that are being stored for the first time. */
  private final Set<AccountId> beginning = new HashSet<>();

  /**
   * @param leaseUntil until when people can return to calls that were live when the last run ended
   */
  public SqliteLiveCalls(Database database, LocalChangeFeed feed, Instant leaseUntil) {
    this.database = database;
    this.feed = feed;
    this.log = new SqliteCallLog(database);
    List<Map.Entry<String, Optional<CallSnapshot>>> kept =
        database.read(
            sql ->
                sql.list(
                    KEPT, row -> Map.entry(row.text("call_id"), row.readable(CallRows::kept))));
    kept.forEach(
        each ->
            each.getValue()
                .ifPresentOrElse(call -> goOn(call, leaseUntil), () -> giveUp(each.getKey())));
  }

  private void goOn(CallSnapshot call, Instant leaseUntil) {
    hold(call.record(), new InMemoryCall(call.restore(leaseUntil), this::publish));
  }

  /** Frees the people of a damaged call, which cannot go on. */
  private void giveUp(String id) {
    database.write(transaction -> CallWrites.giveUp(transaction, id));
  }

  @Override
  public Opened open(RingingCall call, List<Signal> signals) {
    CallRecord record = call.record();
    Optional<Opened> refusal = begin(record);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean written = false;
    try {
      database.write(
          transaction -> {
            CallWrites.addLive(transaction, call.kept());
            return call;
          });
      written = true;
    } finally {
      begun(call, written, signals);
    }
    return new Rings();
  }

  /** Reserves the two people for a call that is about to be written, unless one is in a call. */
  private synchronized Optional<Opened> begin(CallRecord record) {
    Set<AccountId> people = Set.of(record.caller(), record.callee());
    while (!Collections.disjoint(beginning, people)) {
      awaitBegun();
    }
    Optional<LiveCall> ofCaller = liveOf(record.caller());
    if (ofCaller.isPresent()) {
      boolean glare =
          ofCaller.get() instanceof RingingCall
              && ofCaller.get().record().caller().equals(record.callee());
      return Optional.of(glare ? new Glare(ofCaller.get().id()) : new CallerBusy());
    }
    if (busy.containsKey(record.callee())) {
      return Optional.of(new CalleeBusy());
    }
    beginning.addAll(people);
    return Optional.empty();
  }

  private void awaitBegun() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(StoreUnavailableException.Cause.UNAVAILABLE, e);
    }
  }

  private synchronized void begun(RingingCall call, boolean written, List<Signal> signals) {
    if (written) {
      InMemoryCall held = new InMemoryCall(null, this::publish);
      hold(call.record(), held);
      held.open(call, signals);
    }
    beginning.removeAll(Set.of(call.record().caller(), call.record().callee()));
    notifyAll();
  }

  @Override
  public void addEnded(EndedCall call, List<Signal> signals) {
    database.write(
        transaction -> {
          CallWrites.addEnded(transaction, call);
          return call;
        });
    publish(signals);
  }

  @Override
  public <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change) {
    return Optional.ofNullable(live.get(id)).flatMap(held -> held.change(change, this::store));
  }

  @Override
  public <R> Optional<Optional<R>> tryChange(CallId id, Function<LiveCall, Step<R>> change) {
    InMemoryCall held = live.get(id);
    return held == null ? Optional.of(Optional.empty()) : held.tryChange(change);
  }

  private void store(Call next) {
    if (next instanceof EndedCall ended) {
      end(ended);
    } else {
      CallSnapshot kept = ((LiveCall) next).kept();
      database.write(
          transaction -> {
            CallWrites.change(transaction, kept);
            return kept;
          });
    }
  }

  private void end(EndedCall call) {
    database.write(
        transaction -> {
          CallWrites.end(transaction, call);
          return call;
        });
    live.remove(call.id());
    // Only if the entry is still this call's: the next call may have begun.
    busy.remove(call.record().caller(), call.id());
    busy.remove(call.record().callee(), call.id());
  }

  private void hold(CallRecord record, InMemoryCall held) {
    live.put(record.id(), held);
    busy.put(record.caller(), record.id());
    busy.put(record.callee(), record.id());
  }

  @Override
  public Optional<LiveCall> find(CallId id) {
    return Optional.ofNullable(live.get(id)).flatMap(InMemoryCall::call);
  }

  /** There is no other process. */
  @Override
  public boolean mayMiss(AccountId account, DeviceId device, Duration within) {
    return false;
  }

  @Override
  public boolean follow(AccountId account, DeviceId device, Duration within) {
    return true;
  }

  @Override
  public Optional<LiveCall> liveOf(AccountId account) {
    return Optional.ofNullable(busy.get(account)).flatMap(this::find);
  }

  @Override
  public Map<CallId, Set<DeviceId>> devices() {
    return calls().collect(Collectors.toMap(Call::id, LiveCall::devices));
  }

  @Override
  public Map<CallId, Set<DeviceId>> devices(Set<AccountId> people) {
    return people.stream()
        .flatMap(person -> liveOf(person).stream())
        .distinct()
        .collect(Collectors.toMap(Call::id, LiveCall::devices, (call, same) -> call));
  }

  @Override
  public List<CallId> due(Instant now) {
    return calls()
        .filter(call -> call.deadline().filter(at -> !at.isAfter(now)).isPresent())
        .map(Call::id)
        .toList();
  }

  @Override
  public Page<CallRecord> records(AccountId account, PageRequest page) {
    return log.records(account, page);
  }

  @Override
  public int removeOf(AccountId person, int limit) {
    return database.write(transaction -> CallWrites.removeEnded(transaction, person, limit));
  }

  private Stream<LiveCall> calls() {
    return live.values().stream().flatMap(held -> held.call().stream());
  }

  private void publish(List<Signal> signals) {
    signals.forEach(signal -> feed.publish(new Change.CallSignalled(signal)));
  }
}

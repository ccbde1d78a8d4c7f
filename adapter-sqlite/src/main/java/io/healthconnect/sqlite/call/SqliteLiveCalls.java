package io.healthconnect.sqlite.call;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.KeptCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Live calls in memory, since one process holds all connections; what must last is written before
 * memory changes, so that a failed write changes nothing. A start goes on with what it finds.
 *
 * <p>Each call has a lock of its own, so that no call waits for the disk on behalf of another; only
 * calls that begin wait for each other.
 */
public final class SqliteLiveCalls implements LiveCalls {
  static final String LOG =
      """
      SELECT call_record.* FROM call_log JOIN call_record ON call_record.id = call_id
      WHERE account_id = ? AND (call_log.started_at, call_id) < (?, ?)
      ORDER BY call_log.started_at DESC, call_id DESC LIMIT ?
      """;

  /** At the start only; there are as many rows as live calls. */
  static final String KEPT =
      "SELECT * FROM kept_call JOIN call_record ON call_record.id = kept_call.call_id";

  private final Database database;
  private final LocalChangeFeed feed;
  private final Map<CallId, Held> live = new ConcurrentHashMap<>();
  private final Map<AccountId, CallId> busy = new ConcurrentHashMap<>();

  /** A live call; changed under its own lock, and null once it has ended. */
  private static final class Held {
    private volatile @Nullable LiveCall call;

    private Held(LiveCall call) {
      this.call = call;
    }
  }

  /**
   * @param leaseUntil how long the people of calls that an earlier run left live have to come back
   */
  public SqliteLiveCalls(Database database, LocalChangeFeed feed, Instant leaseUntil) {
    this.database = database;
    this.feed = feed;
    List<KeptCall> kept = database.read(sql -> sql.list(KEPT, CallRows::kept));
    kept.forEach(call -> hold(new Held(call.restore(leaseUntil)), call.record()));
  }

  @Override
  public synchronized Opened open(RingingCall call, List<Signal> signals) {
    CallRecord record = call.record();
    Optional<LiveCall> ofCaller = liveOf(record.caller());
    if (ofCaller.isPresent()) {
      boolean glare =
          ofCaller.get() instanceof RingingCall
              && ofCaller.get().record().caller().equals(record.callee());
      return glare ? new Glare(ofCaller.get().id()) : new CallerBusy();
    }
    if (busy.containsKey(record.callee())) {
      return new CalleeBusy();
    }
    Held held = new Held(call);
    synchronized (held) {
      database.write(
          step -> {
            CallWrites.addLive(step, KeptCall.of(call));
            return call;
          });
      hold(held, call.record());
      publish(signals);
    }
    return new Rings();
  }

  @Override
  public void addEnded(EndedCall call, List<Signal> signals) {
    database.write(
        step -> {
          CallWrites.addEnded(step, call);
          return call;
        });
    publish(signals);
  }

  @Override
  public <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change) {
    Held held = live.get(id);
    if (held == null) {
      return Optional.empty();
    }
    synchronized (held) {
      LiveCall call = held.call;
      if (call == null) {
        return Optional.empty();
      }
      Step<R> done = change.apply(call);
      if (done.next() instanceof LiveCall changed) {
        keep(call, changed);
        held.call = changed;
      } else {
        end((EndedCall) done.next());
        held.call = null;
      }
      publish(done.signals());
      return Optional.of(done.result());
    }
  }

  private void keep(LiveCall before, LiveCall after) {
    KeptCall kept = KeptCall.of(after);
    if (!kept.equals(KeptCall.of(before))) {
      database.write(
          step -> {
            CallWrites.change(step, kept);
            return kept;
          });
    }
  }

  private void end(EndedCall call) {
    database.write(
        step -> {
          CallWrites.end(step, call);
          return call;
        });
    live.remove(call.id());
    // Only while they stand for this call: the next one may have begun.
    busy.remove(call.record().caller(), call.id());
    busy.remove(call.record().callee(), call.id());
  }

  private void hold(Held held, CallRecord record) {
    live.put(record.id(), held);
    busy.put(record.caller(), record.id());
    busy.put(record.callee(), record.id());
  }

  @Override
  public Optional<LiveCall> find(CallId id) {
    return Optional.ofNullable(live.get(id)).map(held -> held.call);
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
  public List<CallId> due(Instant now) {
    return calls()
        .filter(call -> call.deadline().filter(at -> !at.isAfter(now)).isPresent())
        .map(Call::id)
        .toList();
  }

  @Override
  public Page<CallRecord> log(AccountId account, PageRequest page) {
    List<CallRecord> rows =
        database.read(
            sql ->
                sql.list(
                    LOG,
                    CallRows::call,
                    account.value(),
                    Cursors.number(page, true),
                    Cursors.id(page, true),
                    page.limit() + 1));
    return Page.of(
        rows,
        page,
        call -> new Cursor(Long.toString(call.startedAt().toEpochMilli()), call.id().value()));
  }

  private Stream<LiveCall> calls() {
    return live.values().stream().map(held -> held.call).flatMap(Stream::ofNullable);
  }

  /** Under the lock of the change, so that the order is that of the changes. */
  private void publish(List<Signal> signals) {
    signals.forEach(signal -> feed.publish(new Change.CallSignalled(signal)));
  }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Live calls in memory, since one process holds all connections; what must last is written before
 * memory changes, so that a failed write changes nothing. A start goes on with what it finds.
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
  private final Map<CallId, LiveCall> live = new HashMap<>();
  private final Map<AccountId, CallId> busy = new HashMap<>();

  /**
   * @param leaseUntil how long the people of calls that an earlier run left live have to come back
   */
  public SqliteLiveCalls(Database database, LocalChangeFeed feed, Instant leaseUntil) {
    this.database = database;
    this.feed = feed;
    List<KeptCall> kept = database.read(sql -> sql.list(KEPT, CallRows::kept));
    kept.forEach(call -> hold(call.restore(leaseUntil)));
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
    database.write(
        step -> {
          CallWrites.addLive(step, KeptCall.of(call));
          return call;
        });
    hold(call);
    publish(signals);
    return new Rings();
  }

  @Override
  public synchronized void addEnded(EndedCall call, List<Signal> signals) {
    database.write(
        step -> {
          CallWrites.addEnded(step, call);
          return call;
        });
    publish(signals);
  }

  @Override
  public synchronized <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change) {
    Optional<LiveCall> found = find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LiveCall call = found.get();
    Step<R> done = change.apply(call);
    Call next = done.next();
    if (next instanceof LiveCall changed) {
      keep(call, changed);
      live.put(id, changed);
    } else {
      end((EndedCall) next);
    }
    publish(done.signals());
    return Optional.of(done.result());
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
    busy.remove(call.record().caller());
    busy.remove(call.record().callee());
  }

  private void hold(LiveCall call) {
    live.put(call.id(), call);
    busy.put(call.record().caller(), call.id());
    busy.put(call.record().callee(), call.id());
  }

  @Override
  public synchronized Optional<LiveCall> find(CallId id) {
    return Optional.ofNullable(live.get(id));
  }

  @Override
  public synchronized Optional<LiveCall> liveOf(AccountId account) {
    return Optional.ofNullable(busy.get(account)).flatMap(this::find);
  }

  @Override
  public synchronized Map<CallId, Set<DeviceId>> devices() {
    return live.values().stream().collect(Collectors.toMap(Call::id, LiveCall::devices));
  }

  @Override
  public synchronized List<CallId> due(Instant now) {
    return live.values().stream()
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
    return Cursors.page(
        rows,
        page,
        call -> new Cursor(Long.toString(call.startedAt().toEpochMilli()), call.id().value()));
  }

  /** Under the lock of the change, so that the order is that of the changes. */
  private void publish(List<Signal> signals) {
    signals.forEach(signal -> feed.publish(new Change.CallSignalled(signal)));
  }
}

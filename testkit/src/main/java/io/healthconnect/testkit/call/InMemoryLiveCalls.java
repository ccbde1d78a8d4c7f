package io.healthconnect.testkit.call;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.CallNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls in memory, under one lock. */
public final class InMemoryLiveCalls implements LiveCalls {
  private static final Comparator<CallRecord> LATEST_FIRST =
      Comparator.comparing(CallRecord::startedAt)
          .thenComparing(call -> call.id().value())
          .reversed();

  private final Map<CallId, LiveCall> live = new HashMap<>();
  private final Map<AccountId, CallId> busy = new HashMap<>();
  private final Set<DeviceId> missed = new HashSet<>();
  private final List<CallRecord> ended = new ArrayList<>();
  private final InMemoryChangeFeed feed;
  private final Consumer<List<NoticeDraft>> notices;

  /** Calls of people who get no notices. */
  public InMemoryLiveCalls(InMemoryChangeFeed feed) {
    this(feed, news -> {});
  }

  public InMemoryLiveCalls(InMemoryStore store) {
    this(store.feed(), store.notices()::add);
  }

  private InMemoryLiveCalls(InMemoryChangeFeed feed, Consumer<List<NoticeDraft>> notices) {
    this.feed = feed;
    this.notices = notices;
  }

  @Override
  public synchronized Opened open(RingingCall call, List<Signal> signals) {
    CallRecord record = call.record();
    CallId ofCaller = busy.get(record.caller());
    if (ofCaller != null) {
      LiveCall existing = live.get(ofCaller);
      boolean glare =
          existing instanceof RingingCall && existing.record().caller().equals(record.callee());
      return glare ? new Glare(ofCaller) : new CallerBusy();
    }
    if (busy.containsKey(record.callee())) {
      return new CalleeBusy();
    }
    live.put(call.id(), call);
    busy.put(record.caller(), call.id());
    busy.put(record.callee(), call.id());
    publish(signals);
    return new Rings();
  }

  @Override
  public synchronized void addEnded(EndedCall call, List<Signal> signals) {
    end(call.record());
    publish(signals);
  }

  @Override
  public synchronized <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change) {
    LiveCall call = live.get(id);
    if (call == null) {
      return Optional.empty();
    }
    Step<R> step = change.apply(call);
    Call next = step.next();
    if (next instanceof LiveCall changed) {
      live.put(id, changed);
    } else {
      live.remove(id);
      busy.remove(next.record().caller());
      busy.remove(next.record().callee());
      end(next.record());
    }
    publish(step.signals());
    return Optional.of(step.result());
  }

  private void end(CallRecord record) {
    ended.add(record);
    notices.accept(CallNotices.ofEnd(record));
  }

  /** The lock is only ever held for work in memory, so this may wait for it. */
  @Override
  public <R> Optional<Optional<R>> tryChange(CallId id, Function<LiveCall, Step<R>> change) {
    return Optional.of(change(id, change));
  }

  @Override
  public synchronized Optional<LiveCall> find(CallId id) {
    return Optional.ofNullable(live.get(id));
  }

  /** From now on another process has been sent something for the device that this one was not. */
  public synchronized void miss(DeviceId device) {
    missed.add(device);
  }

  @Override
  public synchronized boolean mayMiss(AccountId account, DeviceId device, Duration within) {
    return missed.contains(device);
  }

  @Override
  public synchronized boolean follow(AccountId account, DeviceId device, Duration within) {
    return !missed.contains(device);
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
  public synchronized Map<CallId, Set<DeviceId>> devices(Set<AccountId> people) {
    return live.values().stream()
        .filter(call -> people.stream().anyMatch(call.record()::isOf))
        .collect(Collectors.toMap(Call::id, LiveCall::devices));
  }

  @Override
  public synchronized int removeOf(AccountId person, int limit) {
    List<CallRecord> removed =
        ended.stream().filter(call -> call.isOf(person)).limit(limit).toList();
    ended.removeAll(removed);
    return removed.size();
  }

  @Override
  public synchronized List<CallId> due(Instant now) {
    return live.values().stream()
        .filter(call -> call.deadline().filter(at -> !at.isAfter(now)).isPresent())
        .map(Call::id)
        .toList();
  }

  @Override
  public synchronized Page<CallRecord> records(AccountId account, PageRequest page) {
    List<CallRecord> found =
        ended.stream()
            .filter(call -> call.isOf(account))
            .filter(call -> page.after().map(cursor -> isAfter(call, cursor)).orElse(true))
            .sorted(LATEST_FIRST)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, last -> new Cursor(last.startedAt().toString(), last.id().value()));
  }

  private static boolean isAfter(CallRecord call, Cursor cursor) {
    int order = call.startedAt().compareTo(Instant.parse(cursor.key()));
    return order < 0 || (order == 0 && call.id().value().compareTo(cursor.id()) < 0);
  }

  private void publish(List<Signal> signals) {
    signals.forEach(signal -> feed.publish(new Change.CallSignalled(signal)));
  }
}

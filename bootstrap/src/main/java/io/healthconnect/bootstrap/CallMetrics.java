package io.healthconnect.bootstrap;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.presence.DeviceId;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Counts the calls that this server ends, by reason. */
final class CallMetrics {
  private final Counter ended;

  CallMetrics(PrometheusRegistry registry) {
    ended =
        Counter.builder()
            .name("healthconnect_calls_ended")
            .help("Calls that this server ended, by reason.")
            .labelNames("reason")
            .register(registry);
    for (EndReason reason : EndReason.values()) {
      ended.initLabelValues(reason.code());
    }
  }

  /** The same calls, watched. */
  LiveCalls watch(LiveCalls calls) {
    return new Watched(calls);
  }

  private void count(Call call) {
    if (call instanceof EndedCall over) {
      over.record().endReason().ifPresent(reason -> ended.labelValues(reason.code()).inc());
    }
  }

  private final class Watched implements LiveCalls {
    private final LiveCalls calls;

    Watched(LiveCalls calls) {
      this.calls = calls;
    }

    @Override
    public Opened open(RingingCall call, List<Signal> signals) {
      return calls.open(call, signals);
    }

    @Override
    public void addEnded(EndedCall call, List<Signal> signals) {
      calls.addEnded(call, signals);
      count(call);
    }

    @Override
    public <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change) {
      AtomicReference<Optional<Call>> last = new AtomicReference<>(Optional.empty());
      Optional<R> result = calls.change(id, call -> remembered(change.apply(call), last));
      result.flatMap(done -> last.get()).ifPresent(CallMetrics.this::count);
      return result;
    }

    @Override
    public <R> Optional<Optional<R>> tryChange(CallId id, Function<LiveCall, Step<R>> change) {
      return calls.tryChange(id, change);
    }

    @Override
    public int removeOf(AccountId person, int limit) {
      return calls.removeOf(person, limit);
    }

    /** A change may be tried more than once; the last try is the one that was stored. */
    private static <R> Step<R> remembered(Step<R> step, AtomicReference<Optional<Call>> last) {
      last.set(Optional.of(step.next()));
      return step;
    }

    @Override
    public Optional<LiveCall> find(CallId id) {
      return calls.find(id);
    }

    @Override
    public boolean mayMiss(AccountId account, DeviceId device, Duration within) {
      return calls.mayMiss(account, device, within);
    }

    @Override
    public boolean follow(AccountId account, DeviceId device, Duration within) {
      return calls.follow(account, device, within);
    }

    @Override
    public Optional<LiveCall> liveOf(AccountId account) {
      return calls.liveOf(account);
    }

    @Override
    public Map<CallId, Set<DeviceId>> devices() {
      return calls.devices();
    }

    @Override
    public Map<CallId, Set<DeviceId>> devices(Set<AccountId> people) {
      return calls.devices(people);
    }

    @Override
    public List<CallId> due(Instant now) {
      return calls.due(now);
    }

    @Override
    public Page<CallRecord> records(AccountId account, PageRequest page) {
      return calls.records(account, page);
    }
  }
}

package io.healthconnect.bootstrap;

import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/** The metrics of Web Push. Those of the queue are of the store, and so the same on every node. */
final class PushMetrics {
  private PushMetrics() {}

  static void register(PrometheusRegistry registry, Pushing pushing) {
    Supplier<OutboxState> state =
        new Remembered<>(pushing::state, Metrics.ONE_SCRAPE, System::nanoTime);
    MailMetrics.gauge(
        registry,
        state,
        "healthconnect_push_waiting",
        "Notices that wait to be pushed to devices.",
        OutboxState::waiting);
    MailMetrics.gauge(
        registry,
        state,
        "healthconnect_push_oldest_seconds",
        "The age of the oldest notice that waits for a device; 0 if none does.",
        queue -> queue.oldest().map(oldest -> MailMetrics.age(oldest, pushing.now())).orElse(0.0));
    MailMetrics.gauge(
        registry,
        state,
        "healthconnect_push_failed",
        "Notices of the last days that could not be pushed and are not tried again.",
        OutboxState::failed);
    CounterWithCallback.builder()
        .name("healthconnect_push_deliveries")
        .help("What became of the notices that this server has handed to push services.")
        .labelNames("outcome")
        .callback(
            callback -> {
              for (Outcome outcome : Outcome.values()) {
                callback.call(pushing.deliveries(outcome), outcome.name().toLowerCase(Locale.ROOT));
              }
            })
        .register(registry);
  }
}

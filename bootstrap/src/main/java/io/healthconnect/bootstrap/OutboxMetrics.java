package io.healthconnect.bootstrap;

import io.healthconnect.domain.outbox.OutboxState;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of what leaves the servers by one channel. Those of the queue are of the store, and
 * so the same on every node.
 *
 * @param name how all names begin
 * @param waiting help, like the next three
 */
record OutboxMetrics(String name, String waiting, String oldest, String failed, String deliveries) {
  static final OutboxMetrics MAIL =
      new OutboxMetrics(
          "healthconnect_mail",
          "Mails that wait to be sent.",
          "The age of the oldest mail that waits; 0 if none does.",
          "Mails of the last days that could not be delivered and are not tried again.",
          "What became of the mails that this server has handed to the mail server.");
  static final OutboxMetrics PUSH =
      new OutboxMetrics(
          "healthconnect_push",
          "Notices that wait to be pushed to devices.",
          "The age of the oldest notice that waits for a device; 0 if none does.",
          "Notices of the last days that could not be pushed and are not tried again.",
          "What became of the notices that this server has handed to push services.");

  void register(
      PrometheusRegistry registry,
      Supplier<OutboxState> outbox,
      OutcomeCounts<?> outcomes,
      Clock clock) {
    Supplier<OutboxState> state = new Remembered<>(outbox, Metrics.ONE_SCRAPE, System::nanoTime);
    gauge(registry, state, "_waiting", waiting, OutboxState::waiting);
    gauge(
        registry,
        state,
        "_oldest_seconds",
        oldest,
        queue -> queue.oldest().map(since -> age(since, clock.instant())).orElse(0.0));
    gauge(registry, state, "_failed", failed, OutboxState::failed);
    CounterWithCallback.builder()
        .name(name + "_deliveries")
        .help(deliveries)
        .labelNames("outcome")
        .callback(
            callback ->
                outcomes.forEach(
                    (outcome, count) ->
                        callback.call(count, outcome.name().toLowerCase(Locale.ROOT))))
        .register(registry);
  }

  private void gauge(
      PrometheusRegistry registry,
      Supplier<OutboxState> state,
      String ending,
      String help,
      ToDoubleFunction<OutboxState> value) {
    GaugeWithCallback.builder()
        .name(name + ending)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(state.get())))
        .register(registry);
  }

  private static double age(Instant oldest, Instant now) {
    return Math.max(0, Duration.between(oldest, now).toMillis() / 1e3);
  }
}

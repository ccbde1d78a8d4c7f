package io.healthconnect.bootstrap;

import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.OutboxState;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The metrics of mails. Those of the queue are of the store, and so the same on every node. */
final class MailMetrics {
  private MailMetrics() {}

  static void register(PrometheusRegistry registry, Mailing mailing) {
    Supplier<OutboxState> state =
        new Remembered<>(mailing::state, Metrics.ONE_SCRAPE, System::nanoTime);
    gauge(
        registry,
        state,
        "healthconnect_mail_waiting",
        "Mails that wait to be sent.",
        OutboxState::waiting);
    gauge(
        registry,
        state,
        "healthconnect_mail_oldest_seconds",
        "The age of the oldest mail that waits; 0 if none does.",
        queue -> queue.oldest().map(oldest -> age(oldest, mailing.now())).orElse(0.0));
    gauge(
        registry,
        state,
        "healthconnect_mail_failed",
        "Mails of the last days that could not be delivered and are not tried again.",
        OutboxState::failed);
    CounterWithCallback.builder()
        .name("healthconnect_mail_deliveries")
        .help("What became of the mails that this server has handed to the mail server.")
        .labelNames("outcome")
        .callback(
            callback -> {
              for (Delivery delivery : Delivery.values()) {
                callback.call(
                    mailing.deliveries(delivery), delivery.name().toLowerCase(Locale.ROOT));
              }
            })
        .register(registry);
  }

  static void gauge(
      PrometheusRegistry registry,
      Supplier<OutboxState> state,
      String name,
      String help,
      ToDoubleFunction<OutboxState> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(state.get())))
        .register(registry);
  }

  static double age(Instant oldest, Instant now) {
    return Math.max(0, Duration.between(oldest, now).toMillis() / 1e3);
  }
}

package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.application.outbox.SendQueuedPushes;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.bootstrap.settings.PushSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import io.healthconnect.domain.push.Pusher;
import io.healthconnect.domain.push.VapidKeyPair;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.notify.push.VapidSignature;
import io.healthconnect.notify.push.WebPusher;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends the notices that wait for devices, several at once, so that a push service that is slow
 * does not hold up those of others. While Web Push is off, what waits from before is removed.
 */
final class Pushing implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final Duration END = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Clock clock;
  private final Optional<VapidKeyPair> keys;
  private final Optional<WebPusher> pusher;
  private final UpkeepTask task;
  private final OutcomeCounts<Outcome> deliveries = new OutcomeCounts<>(Outcome.class);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE,
          run -> {
            Thread thread = new Thread(run, "push");
            thread.setDaemon(true);
            return thread;
          });

  Pushing(Settings settings, Ports.Stores stores, VapidKeys store, Clock clock) {
    outbox = stores.pushOutbox();
    this.clock = clock;
    keys =
        settings
            .get(PushSettings.VAPID_SUBJECT)
            .map(on -> store.findOrStore(VapidSignature::generate));
    pusher =
        keys.map(
            pair ->
                new WebPusher(
                    pair,
                    settings.get(PushSettings.VAPID_SUBJECT).orElseThrow(),
                    settings.get(PushSettings.PUSH_TEST_SERVICE),
                    clock));
    task =
        pusher
            .map(web -> sending(counted(web), stores))
            .orElseGet(
                () ->
                    new UpkeepTask(
                        "clear_push_outbox",
                        Duration.ofMinutes(10),
                        () -> outbox.purge(clock.instant())));
  }

  private UpkeepTask sending(Pusher web, Ports.Stores stores) {
    SendQueuedPushes send =
        SendQueuedPushes.create(
            new SendQueuedPushes.Ports(
                stores.pushOutbox(),
                stores.pushSubscriptions(),
                stores.sessions(),
                stores.accounts(),
                stores.preferences(),
                stores.appointments(),
                stores.notices()),
            web,
            clock);
    Callable<Integer> run = send::sendQueuedPushes;
    return new UpkeepTask("send_pushes", Duration.ofSeconds(2), () -> runAll(run));
  }

  /** Returns when nothing is due any more, or each thread has sent many. */
  private void runAll(Callable<Integer> run) {
    try {
      for (var each : threads.invokeAll(Collections.nCopies(AT_ONCE, run))) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("pushes could not be sent", e.getCause());
    }
  }

  private Pusher counted(Pusher web) {
    return notice -> {
      PushDelivery delivery = web.push(notice);
      deliveries.count(delivery.outcome());
      return delivery;
    };
  }

  /** What devices subscribe with; empty while Web Push is off. */
  Optional<String> publicKey() {
    return keys.map(VapidKeyPair::publicKey);
  }

  /** To be run regularly, on a thread that may wait for push services. */
  UpkeepTask task() {
    return task;
  }

  /** Offers the figures of pushes to operators. */
  void meter(PrometheusRegistry registry) {
    OutboxMetrics.PUSH.register(registry, this::state, deliveries, clock);
  }

  /** What waits, on all servers. */
  OutboxState state() {
    return outbox.state();
  }

  /** Lets what is being sent end, for a moment: cut off, it would be sent again. */
  @Override
  public void close() throws IOException {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (pusher.isPresent()) {
      pusher.get().close();
    }
  }
}

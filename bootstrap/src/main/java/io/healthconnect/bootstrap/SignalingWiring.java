package io.healthconnect.bootstrap;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.HttpLimits;
import io.healthconnect.bootstrap.settings.Setting;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.settings.SocketLimits;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.endpoint.SystemTimers;
import io.healthconnect.signaling.product.ProductSockets;
import io.healthconnect.signaling.transport.Peer;
import io.healthconnect.signaling.transport.SignalingHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Signaling with what it runs on: its threads, its timers, its limits. */
final class SignalingWiring implements AutoCloseable {
  private static final int EVENT_THREADS = 8;
  private static final int EVENT_QUEUE = 20_000;

  private final SystemTimers timers = new SystemTimers();
  private final ExecutorService events =
      new ThreadPoolExecutor(
          EVENT_THREADS,
          EVENT_THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(EVENT_QUEUE),
          named("signaling-events"));
  private final ExecutorService news = Executors.newSingleThreadExecutor(named("signaling-news"));
  private final SocketRegistry sockets;
  private final ProductSockets product;
  private final SignalingHandler handler;

  SignalingWiring(
      Settings settings,
      HealthConnect healthConnect,
      ProductSockets.News between,
      IdGenerator ids,
      int port,
      Peer peer) {
    sockets = new SocketRegistry(settings.get(SocketLimits.SOCKETS_PER_USER));
    product =
        ProductSockets.create(
            healthConnect,
            between,
            sockets,
            timers,
            news,
            new ProductSockets.Limits(
                settings.get(SocketLimits.CALLS_PER_MINUTE),
                settings.get(SocketLimits.CALLS_PER_CALLEE_PER_MINUTE),
                settings.get(SocketLimits.SDP_BYTES),
                settings.get(SocketLimits.CANDIDATE_BYTES)));
    SignalingCore core =
        new SignalingCore(limits(settings), product, sockets, events, timers, ids::next);
    Set<String> cookies = Set.of("token", "__Host-token");
    handler =
        new SignalingHandler(
            core,
            new OriginPolicy(settings.origins(port), cookies),
            new HostPolicy(settings.hosts(port)),
            peer);
  }

  SignalingHandler handler() {
    return handler;
  }

  int openTransports() {
    return sockets.transports();
  }

  /** To be run about every minute. */
  void closeExpired() {
    product.closeExpired();
  }

  @Override
  public void close() {
    events.shutdown();
    news.shutdown();
    timers.close();
  }

  private static SignalingLimits limits(Settings settings) {
    SignalingLimits defaults = SignalingLimits.defaults();
    return new SignalingLimits(
        new SignalingLimits.Timeouts(
            millis(settings, CallSettings.PING_INTERVAL_MS),
            millis(settings, CallSettings.PING_TIMEOUT_MS),
            millis(settings, CallSettings.CONNECT_TIMEOUT_MS),
            Duration.ofSeconds(settings.get(SocketLimits.HANDSHAKE_SECONDS)),
            defaults.timeouts().close()),
        new SignalingLimits.Frames(
            settings.get(SocketLimits.FRAME_BYTES),
            settings.get(SocketLimits.FRAGMENTS),
            settings.get(SocketLimits.CONTROL_FRAMES_PER_SECOND),
            settings.get(SocketLimits.CONTROL_FRAMES_BURST),
            defaults.frames().maxAttachments()),
        new SignalingLimits.Json(
            settings.get(HttpLimits.JSON_DEPTH),
            settings.get(HttpLimits.JSON_NUMBER_DIGITS),
            settings.get(HttpLimits.JSON_PROPERTIES)),
        new SignalingLimits.Queues(
            settings.get(SocketLimits.QUEUE_MESSAGES),
            settings.get(SocketLimits.QUEUE_BYTES),
            settings.get(SocketLimits.PENDING_EVENTS)),
        new SignalingLimits.Sockets(
            settings.get(HttpLimits.CONNECTIONS),
            settings.get(HttpLimits.CONNECTIONS_PER_ADDRESS),
            settings.get(SocketLimits.SOCKETS_PER_USER)),
        new SignalingLimits.Events(
            settings.get(SocketLimits.EVENTS_PER_SECOND),
            defaults.events().sustained(),
            defaults.events().forbidden(),
            defaults.events().forbiddenWindow()));
  }

  private static Duration millis(Settings settings, Setting<Integer> setting) {
    return Duration.ofMillis(settings.get(setting));
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}

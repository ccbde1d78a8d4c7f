package io.healthconnect.bootstrap;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.HttpLimits;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Setting;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.settings.SocketLimits;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.product.ProductLimits;
import io.healthconnect.signaling.product.ProductSignaling;
import io.healthconnect.signaling.product.RecoveryOptions;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketListener;
import io.healthconnect.signaling.session.SocketRegistry;
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

/** Signaling with its threads, timers and limits. */
final class SignalingWiring implements AutoCloseable {
  private static final int EVENT_THREADS = 8;
  private static final int EVENT_QUEUE = 20_000;

  /** After this long every node knows that another one is gone. */
  private static final Duration NODE_LOSS = Duration.ofSeconds(15);

  private final SystemTimers timers = new SystemTimers();
  private final ThreadPoolExecutor events =
      new ThreadPoolExecutor(
          EVENT_THREADS,
          EVENT_THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(EVENT_QUEUE),
          named("signaling-events"));
  private final ExecutorService changes =
      Executors.newSingleThreadExecutor(named("signaling-changes"));
  private final SocketRegistry sockets;
  private final ProductSignaling product;
  private final SignalingHandler handler;

  SignalingWiring(
      Settings settings,
      HealthConnect healthConnect,
      Storage storage,
      IdGenerator ids,
      byte[] secret,
      int port,
      Peer peer) {
    sockets = new SocketRegistry(settings.get(SocketLimits.SOCKETS_PER_USER));
    product =
        ProductSignaling.create(
            healthConnect,
            storage.backplane(),
            sockets,
            timers,
            changes,
            new ProductLimits(
                settings.get(SocketLimits.EVENTS_PER_SECOND),
                settings.get(SocketLimits.CALLS_PER_MINUTE),
                settings.get(SocketLimits.CALLS_PER_CALLEE_PER_MINUTE),
                settings.get(SocketLimits.SDP_BYTES),
                settings.get(SocketLimits.CANDIDATE_BYTES)),
            recovery(settings, secret));
    SignalingCore core = core(settings, new DeadlineListener(product.listener(), storage), ids);
    handler =
        new SignalingHandler(
            core,
            new OriginPolicy(settings.origins(port), Set.of(settings.sessionCookie())),
            new HostPolicy(settings.hosts(port)),
            peer);
  }

  private SignalingCore core(Settings settings, SocketListener listener, IdGenerator ids) {
    SignalingCore core =
        new SignalingCore(limits(settings), listener, sockets, events, timers, ids::next)
            .withRecovery(product.recovery());
    return settings.get(ServerSettings.NODE_NAME).map(core::withNode).orElse(core);
  }

  SignalingHandler handler() {
    return handler;
  }

  int openTransports() {
    return sockets.transports();
  }

  /** How many events of devices wait for a thread. */
  int queuedEvents() {
    return events.getQueue().size();
  }

  /** Must run about every minute. */
  void closeExpired() {
    product.closeExpired();
  }

  @Override
  public void close() {
    events.shutdown();
    changes.shutdown();
    timers.close();
  }

  private static RecoveryOptions recovery(Settings settings, byte[] secret) {
    Duration silence =
        millis(settings, CallSettings.PING_INTERVAL_MS)
            .plus(millis(settings, CallSettings.PING_TIMEOUT_MS));
    return new RecoveryOptions(
        secret,
        settings.get(SocketLimits.RECOVERY_EVENTS),
        settings.get(SocketLimits.QUEUE_BYTES) / 2,
        settings.get(SocketLimits.RECOVERY_BYTES),
        silence.plus(NODE_LOSS));
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

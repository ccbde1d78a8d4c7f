package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.product.ProductLimits;
import io.healthconnect.signaling.product.ProductSignaling;
import io.healthconnect.signaling.product.RecoveryOptions;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The product with recovery, and its control. It can be restarted; its data stays. */
final class InteropHost implements AutoCloseable, ProductControl.Scene {
  /** How many missed events a client gets again. */
  static final int EVENTS = 20;

  private static final RecoveryOptions RECOVERY =
      new RecoveryOptions(
          new byte[] {1, 2, 3}, EVENTS, 512 * 1024, 16 << 20, Duration.ofSeconds(60));

  final ProductWorld world = new ProductWorld();
  private final Timers timers;
  private final ExecutorService events = Executors.newFixedThreadPool(4);
  private final ExecutorService changes = Executors.newSingleThreadExecutor();
  private final ProductControl control;
  private SocketRegistry registry = new SocketRegistry(8);
  private GuardedHost host;

  private InteropHost(Timers timers) throws IOException {
    this.timers = timers;
    host = new GuardedHost(core(), TestServer.ORIGINS);
    control = new ProductControl(world, this, changes);
  }

  /** Its time stands still until a script moves it. */
  static InteropHost withManualTime() throws IOException {
    return new InteropHost(new ManualTimers());
  }

  static InteropHost withRealTime() throws IOException {
    return new InteropHost(new SystemTimers());
  }

  private SignalingCore core() {
    ProductSignaling sockets =
        ProductSignaling.create(
            world.health,
            world.backplane(),
            registry,
            timers,
            changes,
            new ProductLimits(100, 10, 3, 32_768, 1_024),
            RECOVERY);
    return new SignalingCore(
            SignalingLimits.defaults(),
            sockets.listener(),
            registry,
            events,
            timers,
            world.ids::next)
        .withRecovery(sockets.recovery());
  }

  synchronized String url() {
    return "http://127.0.0.1:" + host.port();
  }

  String controlUrl() {
    return control.url();
  }

  @Override
  public synchronized SocketRegistry registry() {
    return registry;
  }

  @Override
  public void advance(Duration by) {
    ((ManualTimers) timers).advance(by);
  }

  @Override
  public synchronized void restart() {
    int port = host.port();
    host.close();
    registry = new SocketRegistry(8);
    host = new GuardedHost(core(), TestServer.ORIGINS, port);
  }

  @Override
  public synchronized void close() {
    control.close();
    host.close();
    events.shutdownNow();
    changes.shutdownNow();
    if (timers instanceof SystemTimers system) {
      system.close();
    }
    world.guard.assertNothingBlocked();
  }
}

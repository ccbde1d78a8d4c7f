package io.healthconnect.signaling.rig;

import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.signaling.transport.SignalingHandler;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The real handler on a real server on loopback, with the echo listener. */
public final class TestServer implements AutoCloseable {
  public static final OriginPolicy ORIGINS =
      new OriginPolicy(Set.of("https://clinic.example"), Set.of("session"));

  public final EchoListener listener = new EchoListener();
  public final SocketRegistry registry;
  public final SignalingHandler handler;
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final GuardedHost host;

  public TestServer(SignalingLimits limits, Timers timers) {
    registry = new SocketRegistry(limits.sockets().perAccount());
    host = new GuardedHost(core(limits, timers), ORIGINS);
    handler = host.handler;
  }

  private SignalingCore core(SignalingLimits limits, Timers timers) {
    AtomicInteger ids = new AtomicInteger();
    return new SignalingCore(
        limits, listener, registry, executor, timers, () -> "id" + ids.incrementAndGet());
  }

  public int port() {
    return host.port();
  }

  public void stop() {
    host.close();
  }

  @Override
  public void close() {
    listener.gate.countDown();
    stop();
    executor.shutdownNow();
  }
}

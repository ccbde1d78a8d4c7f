package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The product's sockets over the in-memory store. */
final class ProductServer implements AutoCloseable {
  final ProductWorld world = new ProductWorld();
  final SocketRegistry registry = new SocketRegistry(8);
  final ProductSockets sockets;
  private final ExecutorService events = Executors.newFixedThreadPool(4);
  private final ExecutorService news = Executors.newSingleThreadExecutor();
  private final GuardedHost host;

  ProductServer() {
    ManualTimers timers = new ManualTimers();
    sockets =
        ProductSockets.create(
            world.health,
            world.news(),
            registry,
            timers,
            news,
            new ProductSockets.Limits(10, 3, 32_768, 1_024));
    SignalingLimits limits = SignalingLimits.defaults();
    host =
        new GuardedHost(
            new SignalingCore(limits, sockets, registry, events, timers, world.ids::next),
            TestServer.ORIGINS);
  }

  /** Opens a session of an hour. */
  void signIn(String account, String session) {
    world
        .store
        .sessions()
        .add(
            new Session(
                new SessionId(session),
                new AccountId(account),
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofHours(1))));
  }

  /** A socket of a session that was told who is online. */
  RawClient connect(String session) {
    RawClient client = knock(session);
    next(client, "40{");
    next(client, "42[\"online-users\"");
    return client;
  }

  /** A socket that has asked to be let in. */
  RawClient knock(String session) {
    RawClient client = RawClient.open(host.port());
    client.text("40{\"token\":\"" + token(session) + "\"}");
    return client;
  }

  int port() {
    return host.port();
  }

  String token(String id) {
    Session session = world.store.sessions().find(new SessionId(id)).orElseThrow();
    return new PlainTokens()
        .issue(session, world.store.accounts().find(session.accountId()).orElseThrow().role());
  }

  /** The next packet that begins like this; others are left out. */
  static String next(RawClient client, String beginning) {
    while (true) {
      RawClient.Frame frame = client.read();
      if (frame.opcode() != 1) {
        throw new AssertionError("waited for " + beginning + ", the socket was closed");
      }
      if (frame.text().startsWith(beginning)) {
        return frame.text();
      }
    }
  }

  @Override
  public void close() {
    host.close();
    events.shutdownNow();
    news.shutdownNow();
  }
}

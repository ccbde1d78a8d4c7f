package io.healthconnect.signaling.product;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TokenIssuer;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.LocalPresence;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.RawClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.transport.Peer;
import io.healthconnect.signaling.transport.SignalingHandler;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The product's sockets over the in-memory store; a session's id is its token. */
final class ProductServer implements AutoCloseable {
  final SettableClock clock = SettableClock.at("2026-03-01T10:00:00Z");
  final InMemoryStore store = new InMemoryStore();
  final HealthConnect product;
  final SocketRegistry registry = new SocketRegistry(8);
  final ProductSockets sockets;
  private final ManualTimers timers = new ManualTimers();
  private final ExecutorService events = Executors.newFixedThreadPool(4);
  private final ExecutorService news = Executors.newSingleThreadExecutor();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  ProductServer() {
    LocalPresence presence = new LocalPresence(store.feed());
    RandomIds ids = new RandomIds(7);
    product =
        HealthConnect.create(
            new Ports(
                new Ports.Stores(
                    store.accounts(),
                    store.sessions(),
                    store.doctors(),
                    store.patients(),
                    store.appointments(),
                    store.messages(),
                    store.media(),
                    new InMemoryLiveCalls(store.feed())),
                new Ports.Images(new InMemoryImageStore(), new WordCleaner()),
                new Ports.Security(
                    new NoPasswords(), (password, name, email) -> false, new Tokens(store)),
                presence,
                new Ports.Surroundings(clock, ids)),
            HealthConnect.Options.DEFAULT);
    sockets =
        ProductSockets.create(
            product,
            new ProductSockets.News(
                presence,
                store.feed(),
                (from, to) -> store.feed().publish(new Change.Typing(from, to)),
                false),
            registry,
            timers,
            news,
            new ProductSockets.Limits(10, 3, 32_768, 1_024));
    SignalingCore core =
        new SignalingCore(SignalingLimits.defaults(), sockets, registry, events, timers, ids::next);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new SignalingHandler(core, TestServer.ORIGINS, Peer.direct()));
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Opens a session of an hour. */
  void signIn(String account, String session) {
    store
        .sessions()
        .add(
            new Session(
                new SessionId(session),
                new AccountId(account),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1))));
  }

  /** A socket of a session that was told who is online. */
  RawClient connect(String session) {
    RawClient client = RawClient.open(connector.getLocalPort());
    client.text("40{\"token\":\"" + session + "\"}");
    next(client, "40{");
    next(client, "42[\"online-users\"");
    return client;
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
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    } finally {
      events.shutdownNow();
      news.shutdownNow();
    }
  }

  private record Tokens(InMemoryStore store) implements TokenIssuer {
    @Override
    public String issue(Session session, Role role) {
      return session.id().value();
    }

    @Override
    public Optional<Claims> verify(String token) {
      SessionId id = new SessionId(token);
      return store
          .sessions()
          .find(id)
          .flatMap(session -> store.accounts().find(session.accountId()))
          .map(account -> new Claims(account.id(), account.role(), id));
    }
  }

  /** Nobody signs in with a password here. */
  private static final class NoPasswords implements PasswordHasher {
    @Override
    public Optional<PasswordHash> hash(Password password) {
      return Optional.empty();
    }

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> hash) {
      return Verdict.BUSY;
    }
  }
}

package example;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.upkeep.UpkeepScheduler;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.HmacUnsubscribeTokens;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.OtpTimeCodes;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.security.ZxcvbnPasswordRules;
import io.healthconnect.security.media.ImageIoCleaner;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.product.Backplane;
import io.healthconnect.signaling.product.ProductLimits;
import io.healthconnect.signaling.product.ProductSignaling;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.presence.LocalPresence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;

/**
 * A host with everything that it must provide and run: the use cases on SQLite, sockets in the
 * stock Tyrus server, and upkeep.
 */
final class Clinic implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final HealthConnect health;

  Clinic(Path folder, byte[] secret, int port) throws Exception {
    Clock clock = Clock.systemUTC();
    LocalChangeFeed feed = new LocalChangeFeed();
    LocalPresence presence = new LocalPresence(feed);
    SecureRandomIds ids = new SecureRandomIds();
    SqliteStore store = closing(SqliteStore.open(folder, feed, clock.instant()));
    health =
        HealthConnect.create(
            new Ports(
                stores(store),
                new Ports.Images(
                    store.images(), closing(new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT))),
                new Ports.Security(
                    closing(new BcryptPasswordHasher(12, 8)),
                    new ZxcvbnPasswordRules(),
                    new JwtTokenIssuer(secret, clock),
                    new HmacDeviceMarkers(secret, ids),
                    new OtpTimeCodes(),
                    new HmacUnsubscribeTokens(secret)),
                presence,
                new Ports.Environment(clock, ids)),
            HealthConnect.Options.DEFAULT);

    SystemTimers timers = closing(new SystemTimers());
    ExecutorService events = executor(Executors.newFixedThreadPool(8));
    ExecutorService changes = executor(Executors.newSingleThreadExecutor());
    SignalingLimits limits = SignalingLimits.defaults();
    SocketRegistry sockets = new SocketRegistry(limits.sockets().perAccount());
    ProductSignaling product =
        ProductSignaling.create(
            health,
            new Backplane(presence, feed, store.typing(), false),
            sockets,
            timers,
            changes,
            new ProductLimits(100, 10, 3, 32 * 1024, 1024));
    SignalingCore core =
        new SignalingCore(limits, product.listener(), sockets, events, timers, ids::next);

    List<UpkeepTask> tasks = new ArrayList<>(health.upkeep());
    tasks.add(
        new UpkeepTask("close_expired_sockets", Duration.ofMinutes(1), product::closeExpired));
    closing(
        UpkeepScheduler.start(
            tasks, (task, failure) -> System.err.println(task.name() + ": " + failure)));

    ServerContainer container = ServerContainerFactory.createServerContainer(Map.of());
    container.addEndpoint(
        SignalingEndpoint.config(
            core,
            new OriginPolicy(Set.of("http://localhost:" + port), Set.of("token", "__Host-token"))));
    container.start("", port);
    closing(container::stop);
    closing(() -> core.registry().closeAll(CloseCode.SERVER_STOPPING));
  }

  HealthConnect health() {
    return health;
  }

  private static Ports.Stores stores(SqliteStore store) {
    return new Ports.Stores(
        store.accounts(),
        store.administration(),
        store.emails(),
        store.preferences(),
        store.calendarLinks(),
        store.sessions(),
        store.doctors(),
        store.evidence(),
        store.patients(),
        store.appointments(),
        store.holds(),
        store.lateness(),
        store.attendances(),
        store.messages(),
        store.media(),
        store.audit(),
        store.notices(),
        store.outbox(),
        store.accountMails(),
        store.pushSubscriptions(),
        store.pushOutbox(),
        store.calls(),
        store.snapshots());
  }

  private ExecutorService executor(ExecutorService executor) {
    closing(executor::shutdownNow);
    return executor;
  }

  private <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  /** Closes everything in the reverse order of the start. */
  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}

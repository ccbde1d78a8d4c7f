package io.healthconnect.bootstrap;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.PasswordGuessing;
import io.healthconnect.application.call.CallRules;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.HttpLimits;
import io.healthconnect.bootstrap.settings.ImageSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.SessionSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.settings.SigningSecret;
import io.healthconnect.bootstrap.settings.SocketLimits;
import io.healthconnect.cloudinary.CloudinaryAddress;
import io.healthconnect.cloudinary.CloudinaryImageStore;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.rest.RestPorts;
import io.healthconnect.rest.RestServer;
import io.healthconnect.rest.site.WebClient;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.security.ZxcvbnPasswordRules;
import io.healthconnect.security.media.ImageIoCleaner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything, wired by hand: started from the store outwards, stopped in reverse order. */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final IdGenerator ids = new SecureRandomIds();
  private final ZxcvbnPasswordRules passwordRules = new ZxcvbnPasswordRules();
  private final Storage storage;
  private final HealthConnect product;
  private final RestServer rest;
  private final Optional<Metrics> metrics;

  private Server(Settings settings) throws IOException {
    Clock clock = Clock.systemUTC();
    storage = started(Storage.open(settings, clock, ids));
    // After the store, which makes the folder so that only this user may enter it.
    byte[] secret = SigningSecret.load(settings);
    BcryptPasswordHasher hasher =
        started(
            new BcryptPasswordHasher(
                settings.get(SessionSettings.BCRYPT_COST), settings.get(HttpLimits.HASH_QUEUE)));
    Ports ports =
        new Ports(
            storage.stores(),
            new Ports.Images(images(settings, clock), started(cleaner(settings))),
            new Ports.Security(hasher, passwordRules, new JwtTokenIssuer(secret, clock)),
            storage.news().presence(),
            new Ports.Surroundings(clock, ids));
    product = HealthConnect.create(ports, options(settings));
    int port = port(settings);
    SignalingWiring signaling =
        started(
            new SignalingWiring(
                settings, product, storage.news(), ids, port, RestWiring.peer(settings)));
    Housekeeping housekeeping = started(new Housekeeping());
    housekeeping.every(Duration.ofMillis(500), product.calls().expireCalls()::handle);
    housekeeping.every(Duration.ofSeconds(1), product.calls().missDevices()::handle);
    housekeeping.every(Duration.ofMinutes(1), signaling::closeExpired);
    housekeeping.every(
        Duration.ofMinutes(10),
        () -> {
          storage.stores().sessions().purgeExpired(clock.instant());
          storage.stores().appointments().purgeKeys(clock.instant());
        });
    housekeeping.every(Duration.ofMinutes(10), product.media().sweep()::handle);
    RestPorts restPorts =
        new RestPorts(
            product,
            storage.news().presence()::isOnline,
            RestWiring.turn(settings, clock, ids),
            storage::isReady,
            clock,
            ids);
    rest =
        new RestServer(
            RestWiring.rest(settings, port),
            restPorts,
            signaling.handler(),
            WebClient.load("/web"));
    rest.start();
    started.push(rest::stop);
    Optional<Integer> metricsPort = settings.get(ServerSettings.METRICS_PORT);
    metrics =
        metricsPort.isPresent()
            ? Optional.of(
                started(Metrics.start(metricsPort.get(), signaling::openTransports, storage)))
            : Optional.empty();
  }

  static Server start(Settings settings) throws IOException {
    return new Server(settings);
  }

  /** Sign-in data of the sample people, unless there was somebody already. */
  Optional<Demo.People> fillWithDemo() {
    return new Demo(product, ids.next()).fill();
  }

  /** Where everything is kept, for people. */
  String place() {
    return storage.place();
  }

  /** Does now what the start left for later, so that the first person need not wait for it. */
  void warmUp() {
    passwordRules.load();
  }

  int port() {
    return rest.port();
  }

  OptionalInt metricsPort() {
    return metrics.isPresent() ? OptionalInt.of(metrics.get().port()) : OptionalInt.empty();
  }

  /**
   * Stops taking requests, lets those under way finish, closes sockets with 1001, then the store.
   */
  synchronized void stop() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        LOG.error("A part did not stop as it should", e);
      }
    }
  }

  private <T extends AutoCloseable> T started(T part) {
    started.push(part);
    return part;
  }

  /** Where the bytes of images are kept: at Cloudinary if there is an account, or in the store. */
  private ImageStore images(Settings settings, Clock clock) {
    Optional<CloudinaryAddress> account = settings.get(ServerSettings.CLOUDINARY_URL);
    return account.isEmpty()
        ? storage.images()
        : new SucceedingImageStore(
            started(new CloudinaryImageStore(account.get(), clock)), storage.images());
  }

  private static HealthConnect.Options options(Settings settings) {
    return new HealthConnect.Options(
        Duration.ofDays(settings.get(SessionSettings.SESSION_DAYS)),
        new CallRules(
            Duration.ofSeconds(settings.get(CallSettings.CALL_RING_SECONDS)),
            Duration.ofSeconds(settings.get(CallSettings.CALL_LEASE_SECONDS)),
            settings.get(SocketLimits.CANDIDATES)),
        new PasswordGuessing(
            settings.get(HttpLimits.LOGIN_FAILURES),
            Duration.ofSeconds(settings.get(HttpLimits.LOGIN_WAIT_SECONDS))),
        new UploadQuota(
            settings.get(ImageSettings.FILES_PER_DAY), settings.get(ImageSettings.BYTES_PER_DAY)));
  }

  private static ImageIoCleaner cleaner(Settings settings) {
    return new ImageIoCleaner(
        new ImageIoCleaner.Limits(
            settings.get(ImageSettings.PIXELS),
            settings.get(ImageSettings.SIDE),
            settings.get(ImageSettings.QUEUE)));
  }

  /** The port, chosen now when any will do, because allowed origins name it. */
  private static int port(Settings settings) throws IOException {
    int port = settings.get(ServerSettings.PORT);
    if (port != 0) {
      return port;
    }
    InetAddress host = InetAddress.getByName(settings.get(ServerSettings.HOST));
    try (ServerSocket free = new ServerSocket(0, 1, host)) {
      return free.getLocalPort();
    }
  }
}

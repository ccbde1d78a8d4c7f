package io.healthconnect.bootstrap;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.PasswordGuessing;
import io.healthconnect.application.administration.AdministrationUseCases;
import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.call.CallRules;
import io.healthconnect.application.upkeep.UpkeepScheduler;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.bootstrap.settings.AppointmentSettings;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.HttpLimits;
import io.healthconnect.bootstrap.settings.ImageSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.SessionSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.settings.SigningSecret;
import io.healthconnect.bootstrap.settings.SocketLimits;
import io.healthconnect.bootstrap.telemetry.Tracing;
import io.healthconnect.cloudinary.CloudinaryAddress;
import io.healthconnect.cloudinary.CloudinaryImageStore;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.rest.RestPorts;
import io.healthconnect.rest.RestServer;
import io.healthconnect.rest.web.WebClient;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.HmacUnsubscribeTokens;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.OtpTimeCodes;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.security.ZxcvbnPasswordRules;
import io.healthconnect.security.media.ImageIoCleaner;
import io.healthconnect.sqlite.db.UnusableFolderException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, wired by hand: started from the store outwards, stopped in reverse order. */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final IdGenerator ids = new SecureRandomIds();
  private final ZxcvbnPasswordRules passwordRules = new ZxcvbnPasswordRules();
  private final Storage storage;
  private final HealthConnect product;
  private final RestServer rest;
  private final Optional<Metrics> metrics;

  private Server(Settings settings, Clock clock, Storage.Opening opening) {
    Metering metering = new Metering(settings);
    Tracing tracing = started(Tracing.of(settings, Release.version()));
    storage = started(opening.open(settings, clock, ids));
    // After the store, which creates the folder so that only this user can access it.
    byte[] secret = secret(settings);
    BcryptPasswordHasher hasher =
        started(
            new BcryptPasswordHasher(
                settings.get(SessionSettings.BCRYPT_COST), settings.get(HttpLimits.HASH_QUEUE)));
    ImageIoCleaner cleaner = started(cleaner(settings));
    Ports ports =
        new Ports(
            tracing.watch(metering.watch(storage.stores())),
            new Ports.Images(tracing.watch(metering.watch(images(settings, clock))), cleaner),
            new Ports.Security(
                hasher,
                passwordRules,
                new JwtTokenIssuer(secret, clock),
                new HmacDeviceMarkers(secret, ids),
                new OtpTimeCodes(),
                new HmacUnsubscribeTokens(secret)),
            storage.backplane().presence(),
            new Ports.Environment(clock, ids));
    product = HealthConnect.create(ports, options(settings));
    ListenAddress address =
        new ListenAddress(
                ServerSettings.HOST,
                settings.get(ServerSettings.HOST),
                ServerSettings.PORT,
                settings.get(ServerSettings.PORT))
            .withFixedPort();
    int port = address.port();
    SignalingWiring signaling =
        started(
            new SignalingWiring(
                settings, product, storage, ids, secret, port, RestWiring.peer(settings)));
    Mailing mailing =
        started(
            new Mailing(
                settings, storage.stores(), ports.security().unsubscribeTokens(), ids, clock));
    Pushing pushing = started(new Pushing(settings, storage.stores(), storage.vapidKeys(), clock));
    UpkeepScheduler upkeep =
        started(
            UpkeepScheduler.start(
                tasks(signaling, mailing, pushing), storage::isLeader, new UpkeepFailureLog()));
    Supplier<SystemReport.Queues> queues =
        () ->
            new SystemReport.Queues(
                waitingRequests(), signaling.queuedEvents(), hasher.waiting(), cleaner.waiting());
    RestPorts restPorts =
        new RestPorts(
            product,
            AdministrationUseCases.showSystem(
                new AuditTrail(storage.stores().audit(), clock),
                new SystemReporter(
                    storage,
                    signaling::openTransports,
                    queues,
                    () -> new SystemReport.Outboxes(mailing.state(), pushing.state()),
                    upkeep,
                    clock.instant())),
            storage.backplane().presence()::isOnline,
            RestWiring.turn(settings, clock, ids),
            RestWiring.calendars(settings, port),
            RestWiring.readiness(storage),
            storage.backplane().feed(),
            metering.requests(),
            RestWiring.withinDeadline(storage, tracing.routes()),
            clock,
            ids);
    rest =
        new RestServer(
            RestWiring.rest(settings, port, pushing.publicKey()),
            restPorts,
            signaling.handler(),
            WebClient.load("/web"));
    address.listen(
        () -> {
          rest.start();
          return rest;
        });
    started.push(rest::stop);
    metering.add(mailing::meter);
    metering.add(pushing::meter);
    metrics =
        metering.serve(
            new Metrics.Sources(
                storage, signaling::openTransports, rest::busyThreads, queues, upkeep::reports));
    metrics.ifPresent(this::started);
  }

  static Server start(Settings settings) {
    return start(settings, Clock.systemUTC(), Storage::open);
  }

  static Server start(Settings settings, Clock clock, Storage.Opening opening) {
    return new Server(settings, clock, opening);
  }

  /** The log-in data of the sample people, unless the store already had data. */
  Optional<Demo.People> fillWithDemo() {
    return new Demo(product, storage.stores().administration(), ids.next()).fill();
  }

  private int waitingRequests() {
    return rest.waiting();
  }

  /** Describes where data is stored, for people. */
  String place() {
    return storage.place();
  }

  /** Does the work that start-up deferred, so that the first person need not wait for it. */
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
   * Stops accepting requests, lets current ones finish, closes sockets with 1001, and then the
   * store.
   */
  synchronized void stop() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        LOG.error("A part of the server did not stop cleanly", e);
      }
    }
  }

  private List<UpkeepTask> tasks(SignalingWiring signaling, Mailing mailing, Pushing pushing) {
    List<UpkeepTask> tasks = new ArrayList<>(product.upkeep());
    tasks.add(
        new UpkeepTask("close_expired_sockets", Duration.ofMinutes(1), signaling::closeExpired));
    tasks.addAll(storage.tasks());
    tasks.add(mailing.task());
    tasks.add(pushing.task());
    return tasks;
  }

  private <T extends AutoCloseable> T started(T part) {
    started.push(part);
    return part;
  }

  /** The image store: Cloudinary if there is an account, or else the store. */
  private ImageStore images(Settings settings, Clock clock) {
    Optional<CloudinaryAddress> account = settings.get(ServerSettings.CLOUDINARY_URL);
    return account.isEmpty()
        ? storage.images()
        : new FallbackImageStore(
            started(new CloudinaryImageStore(account.get(), clock)), storage.images());
  }

  private static HealthConnect.Options options(Settings settings) {
    return new HealthConnect.Options(
        Duration.ofDays(settings.get(SessionSettings.SESSION_DAYS)),
        new CallRules(
            Duration.ofSeconds(settings.get(CallSettings.CALL_RING_SECONDS)),
            Duration.ofSeconds(settings.get(CallSettings.CALL_LEASE_SECONDS)),
            settings.get(SocketLimits.CANDIDATES),
            CallSettings.relayOnly(settings)),
        PasswordGuessing.DEFAULT
            .withFreeFailures(settings.get(HttpLimits.LOGIN_FAILURES))
            .withLongestWait(Duration.ofSeconds(settings.get(HttpLimits.LOGIN_WAIT_SECONDS)))
            .withStrangersFailures(settings.get(HttpLimits.LOGIN_STRANGERS_FAILURES)),
        new UploadQuota(
            settings.get(ImageSettings.FILES_PER_DAY), settings.get(ImageSettings.BYTES_PER_DAY)),
        AppointmentLimits.DEFAULT
            .withOpen(settings.get(AppointmentSettings.OPEN))
            .withOpenWithDoctor(settings.get(AppointmentSettings.OPEN_PER_DOCTOR))
            .withReschedulings(settings.get(AppointmentSettings.MOVES))
            .withNoteVersions(settings.get(AppointmentSettings.NOTE_VERSIONS)),
        settings.requiresApproval() ? Approval.PENDING : Approval.NOT_REQUIRED,
        settings.retention());
  }

  private static byte[] secret(Settings settings) {
    try {
      return SigningSecret.load(settings);
    } catch (IOException e) {
      throw new StartException(
          ServerSettings.DATA_DIR,
          String.valueOf(UnusableFolderException.of(SigningSecret.file(settings), e).getMessage()),
          e);
    }
  }

  private static ImageIoCleaner cleaner(Settings settings) {
    return new ImageIoCleaner(
        new ImageIoCleaner.Limits(
            settings.get(ImageSettings.PIXELS),
            settings.get(ImageSettings.SIDE),
            settings.get(ImageSettings.QUEUE)));
  }
}

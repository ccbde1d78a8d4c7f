package io.healthconnect.signaling.product;

import io.healthconnect.application.Actor;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The product's sockets over the in-memory store. */
final class ProductServer implements AutoCloseable {
  static final RecoveryOptions RECOVERY =
      new RecoveryOptions(
          new byte[] {1, 2, 3}, 1_000, 512 * 1024, 16 << 20, Duration.ofSeconds(60));

  /** No test may need a second to pass: the clock stands still. */
  private static final int MANY_EVENTS = 100_000;

  final ManualTimers timers = new ManualTimers();
  final ProductWorld world;
  final SocketRegistry registry = new SocketRegistry(8);
  final ProductSignaling sockets;
  private final ExecutorService events = Executors.newFixedThreadPool(4);
  private final ExecutorService changes = Executors.newSingleThreadExecutor();
  private final GuardedHost host;

  ProductServer() {
    this(RECOVERY);
  }

  ProductServer(RecoveryOptions options) {
    this(options, new ProductWorld());
  }

  ProductServer(RecoveryOptions options, ProductWorld world) {
    this.world = world;
    sockets =
        ProductSignaling.create(
            world.health,
            world.backplane(),
            registry,
            timers,
            changes,
            new ProductLimits(MANY_EVENTS, 10, 3, 32_768, 1_024),
            options);
    SignalingLimits limits = SignalingLimits.defaults();
    host =
        new GuardedHost(
            new SignalingCore(limits, sockets.listener(), registry, events, timers, world.ids::next)
                .withRecovery(sockets.recovery()),
            TestServer.ORIGINS);
  }

  /** Dora, a doctor, and Paul, a patient, have an appointment, and each has a session. */
  Appointment meet() {
    People.add(world.store.stores(), "dora", "paul");
    Appointment appointment = Appointments.pending("appointment", "dora", "paul", 0);
    logIn("dora", "dora-1");
    logIn("paul", "paul-1");
    return Appointments.value(
        world.store.appointments().book(appointment, Optional.empty(), Appointments.UNLIMITED));
  }

  /** Paul may ring Dora at any time: their appointment is confirmed. */
  void callAnytime() {
    Doctor dora = world.store.doctors().find(DoctorId.of("dora")).orElseThrow();
    world.store.doctors().save(dora.withRules(BookingRules.DEFAULT.withCallsAnytime(true)));
    Appointment pending =
        world.store.appointments().find(new AppointmentId("appointment")).orElseThrow();
    world.store.appointments().save(Appointments.value(pending.confirm(world.clock.instant())));
  }

  /** Dora writes to Paul. */
  void write(String text) {
    Actor dora = new Actor(new AccountId("dora"), Role.DOCTOR, new SessionId("dora-1"));
    SendMessage.Command command =
        new SendMessage.Command(dora, new AccountId("paul"), text, Optional.empty());
    Appointments.value(world.health.messages().send().sendMessage(command));
  }

  /** Opens a session of an hour. */
  void logIn(String account, String session) {
    AccountId owner = new AccountId(account);
    world
        .store
        .sessions()
        .open(
            new Session(
                new SessionId(session),
                owner,
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofHours(1)),
                ClientSoftware.UNKNOWN),
            world.store.accounts().credentials(owner).orElseThrow());
  }

  /** A connected socket of a session that has received who is online. */
  RawClient connect(String session) {
    RawClient client = knock(session);
    next(client, "40{");
    next(client, "42[\"online-users\"");
    return client;
  }

  /** A socket that has sent its CONNECT. */
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

  /** What runs between the look-ups for changes. */
  interface LookUp {
    void run() throws InterruptedException;
  }

  /** Runs a task behind the look-ups that are queued now. */
  void lookUp(LookUp task) {
    changes.execute(
        () -> {
          try {
            task.run();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** The next packet with this beginning; others are skipped. */
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
    world.guard.assertNothingBlocked();
    events.shutdownNow();
    changes.shutdownNow();
  }
}

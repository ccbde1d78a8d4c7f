package io.healthconnect.rest.rig;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.administration.AdministrationUseCases;
import io.healthconnect.application.administration.ShowSystem;
import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.upkeep.UpkeepReport;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.rest.RestPorts;
import io.healthconnect.rest.RestServer;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.call.TurnCredentials;
import io.healthconnect.rest.http.server.RequestListener;
import io.healthconnect.rest.http.server.RouteTracer;
import io.healthconnect.rest.web.WebClient;
import io.healthconnect.testkit.BlockingGuard;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.account.PlainDeviceMarkers;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.account.PlainTimeCodes;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** A running server over the in-memory store, at Monday 2026-03-02 07:00 UTC. */
public final class TestServer implements AutoCloseable {
  public final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  public final InMemoryStore store = new InMemoryStore();
  public final InMemoryImageStore images = new InMemoryImageStore();

  /** Finds look-ups by selectors, timers and the change feed, which must not wait for the store. */
  public final BlockingGuard guard =
      new BlockingGuard(
          "JsonBodyLoader$Loader.run",
          "RequestDrain$Loop.run",
          "RequestDrain.drain",
          "ConnectionLimiter.onOpened",
          "ConnectionLimiter.onClosed",
          "ConnectionLimiter.sweep",
          "PublicReplies.changed");

  /** Whether the audit log is away. */
  public final AtomicBoolean auditAway = new AtomicBoolean();

  private final AuditLog audit = new SometimesAway(store.audit(), auditAway);

  public final AtomicBoolean storeReady = new AtomicBoolean(true);
  public final AtomicBoolean hashingIsFull = new AtomicBoolean();
  public final HealthConnect useCases;
  public final RestServer server;

  /** Each request that is over. */
  public final BlockingQueue<RequestListener.Answered> answered = new LinkedBlockingQueue<>();

  private static final RestSettings LOCAL =
      new RestSettings.Builder().vapidKey(Optional.of("vapid-key")).build();

  public TestServer() {
    this(LOCAL);
  }

  /** Allows more appointments than usual, for tests that are about something else. */
  private static final HealthConnect.Options MANY_APPOINTMENTS =
      new HealthConnect.Options(
          HealthConnect.Options.DEFAULT.sessionLife(),
          HealthConnect.Options.DEFAULT.calls(),
          HealthConnect.Options.DEFAULT.guessing(),
          HealthConnect.Options.DEFAULT.uploads(),
          AppointmentLimits.DEFAULT.withOpen(1000).withOpenWithDoctor(1000),
          HealthConnect.Options.DEFAULT.newDoctors(),
          HealthConnect.Options.DEFAULT.retention());

  public TestServer(RestSettings settings) {
    this(settings, WebClient.load("/no-web-client"));
  }

  /** A server with a store that reports its readiness in this way. */
  public TestServer(BooleanSupplier readiness) {
    this(LOCAL, WebClient.load("/no-web-client"), readiness);
  }

  public TestServer(RestSettings settings, WebClient webClient) {
    this(settings, webClient, null);
  }

  private TestServer(
      RestSettings settings, WebClient webClient, @Nullable BooleanSupplier readiness) {
    RandomIds ids = new RandomIds(7);
    LiveCalls calls = new InMemoryLiveCalls(store);
    useCases =
        HealthConnect.create(
            new Ports(
                new Ports.Stores(
                    guard.watch(AccountRepository.class, store.accounts()),
                    guard.watch(AccountAdministration.class, store.administration()),
                    guard.watch(EmailRepository.class, store.emails()),
                    guard.watch(PreferenceRepository.class, store.preferences()),
                    guard.watch(CalendarLinkRepository.class, store.calendarLinks()),
                    guard.watch(SessionRepository.class, store.sessions()),
                    guard.watch(DoctorRepository.class, store.doctors()),
                    guard.watch(EvidenceRepository.class, store.evidence()),
                    guard.watch(PatientRepository.class, store.patients()),
                    guard.watch(AppointmentRepository.class, store.appointments()),
                    guard.watch(HoldRepository.class, store.holds()),
                    guard.watch(RunningLateRepository.class, store.lateness()),
                    guard.watch(AttendanceRepository.class, store.attendances()),
                    guard.watch(MessageRepository.class, store.messages()),
                    guard.watch(MediaRepository.class, store.media()),
                    guard.watch(AuditLog.class, audit),
                    guard.watch(NoticeRepository.class, store.notices()),
                    guard.watch(Outbox.class, store.outbox()),
                    guard.watch(AccountMailQueue.class, store.accountMails()),
                    guard.watch(PushSubscriptionRepository.class, store.pushSubscriptions()),
                    guard.watch(Outbox.class, store.pushOutbox()),
                    guard.watch(LiveCalls.class, calls),
                    store.snapshots(calls)),
                new Ports.Images(images, new WordCleaner()),
                new Ports.Security(
                    new FillingHasher(hashingIsFull::get),
                    (password, name, email) -> password.value().equals("password1"),
                    new PlainTokens(),
                    new PlainDeviceMarkers(),
                    new PlainTimeCodes(),
                    new PlainUnsubscribeTokens()),
                new InMemoryPresence(store.feed()),
                new Ports.Environment(clock, ids)),
            MANY_APPOINTMENTS);
    server =
        new RestServer(
            settings,
            new RestPorts(
                useCases,
                showSystem(),
                account -> false,
                Optional.of(() -> new TurnCredentials.Credential("1:u", "secret")),
                new PlainCalendars(),
                readiness == null ? storeReady::get : readiness,
                store.feed(),
                answered::add,
                RouteTracer.NONE,
                clock,
                ids),
            new Handler.Wrapper(),
            webClient);
    server.start();
  }

  /** What admins see of a server that does nothing. */
  public ShowSystem showSystem() {
    return AdministrationUseCases.showSystem(
        new AuditTrail(audit, clock),
        () ->
            new SystemReport(
                new SystemReport.Software("1.2.3", "17", "2026a", clock.instant()),
                new SystemReport.Store("SQLite 3", 14, 4096, Optional.of(8192L)),
                new SystemReport.Feed(1, Optional.empty(), 0, 0, 0),
                new SystemReport.Load(0, new SystemReport.Queues(0, 0, 0, 0), 10, 20, 0),
                new SystemReport.Outboxes(
                    new OutboxState(3, Optional.of(clock.instant()), 1),
                    new OutboxState(0, Optional.empty(), 0)),
                List.of(new UpkeepReport("end_calls", 2, 1, Duration.ofSeconds(3)))));
  }

  public Client client() {
    return new Client(server.port());
  }

  /** Signs up a patient; the client then carries the token. */
  public Client patient(String name) {
    Client client = client();
    client.signUp(
        "{\"role\":\"patient\",\"name\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"correct horse\"}"
            .formatted(name, name));
    return client;
  }

  /** Adds an admin; the client then carries the token. */
  public Client admin(String name) {
    Account admin =
        Account.create(
            new AccountId(name),
            Role.ADMIN,
            new PersonName(name),
            Email.parse(name + "@example.org"),
            clock.instant());
    PasswordHash hash =
        new PlainPasswordHasher()
            .hash(new Password("correct horse"), Requester.UNKNOWN)
            .orElseThrow();
    store
        .administration()
        .addAdmin(admin, hash, AuditEvent.of(AuditAction.ADMIN_CREATED, clock.instant()));
    return client().logIn(name + "@example.org", "correct horse");
  }

  /** Turns on the second factor of somebody, who stays logged in. */
  public Client turnOnSecondFactor(Client person) {
    person.post("/api/auth/totp", null).expect(200);
    SecondFactor begun =
        store.accounts().findSecondFactor(new AccountId(person.id())).orElseThrow();
    long step = clock.instant().getEpochSecond() / SecondFactor.STEP.toSeconds();
    String code = new PlainTimeCodes().code(begun.secret(), step);
    person.post("/api/auth/totp/confirm", "{\"code\":\"" + code + "\"}").expect(200);
    return person;
  }

  /** What an admin decides about somebody, without a request. */
  public void decide(Client about, Decision decision) {
    AccountId id = new AccountId(about.id());
    store.administration().decide(id, decision, Accounts.decided(id, decision));
  }

  /** Signs up a cardiologist in Berlin, open on weekdays from 9 to 17. */
  public Client doctor(String name) {
    Client client = client();
    client.signUp(
        ("{\"role\":\"doctor\",\"name\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"correct"
                + " horse\",\"specialization\":\"Cardiology\",\"timeZone\":\"Europe/Berlin\"}")
            .formatted(name, name));
    StringBuilder week = new StringBuilder();
    for (String day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday"}) {
      week.append(week.isEmpty() ? "" : ",")
          .append(
              "{\"day\":\""
                  + day
                  + "\",\"windows\":[{\"startTime\":\"09:00\",\"endTime\":\"17:00\"}]}");
    }
    client.put("/api/doctors/me/schedule", "{\"schedule\":[" + week + "]}").expect(200);
    return client;
  }

  /** An appointment on Tuesday 2026-03-03. */
  public static String booking(Client doctor, String startTime) {
    return "{\"doctorId\":\"%s\",\"date\":\"2026-03-03\",\"startTime\":\"%s\",\"mode\":\"video\",\"reason\":\"a cough\"}"
        .formatted(doctor.id(), startTime);
  }

  /** The same, made by the doctor for that patient. */
  public static String booking(Client doctor, Client patient, String startTime) {
    return "{\"patientId\":\"" + patient.id() + "\"," + booking(doctor, startTime).substring(1);
  }

  @Override
  public void close() {
    server.stop();
    guard.assertNothingBlocked();
  }
}

package io.healthconnect.signaling.rig;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.call.CallRules;
import io.healthconnect.application.call.RelayOnly;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.signaling.product.Backplane;
import io.healthconnect.testkit.BlockingGuard;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.PlainDeviceMarkers;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.account.PlainTimeCodes;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The product's use cases in memory, on a morning in March; time stands still until a test moves
 * it.
 */
public final class ProductWorld {
  private static final BookingRules CALLS_ANYTIME = BookingRules.DEFAULT.withCallsAnytime(true);

  public static final String PASSWORD = "correct horse";

  public final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  public final InMemoryStore store = new InMemoryStore();
  public final RandomIds ids = new RandomIds(11);
  public final HealthConnect health;

  /** Detects look-ups by threads that must not wait for the store. */
  public final BlockingGuard guard =
      new BlockingGuard(
          "GuardedConnection.onFillable",
          "GuardedConnection.onOpen",
          "PollingHandler.handle",
          "BodyReader.run",
          "ManualTimers.advance",
          "SystemTimers.run",
          "ChangeBroadcaster.changed");

  private final InMemoryPresence local = new InMemoryPresence(store.feed());
  private final Presence presence = guard.watch(Presence.class, local, "isConnected");
  public final InMemoryLiveCalls calls = new InMemoryLiveCalls(store);

  /** Whether the sessions are unavailable. */
  public volatile boolean sessionsAway;

  public ProductWorld() {
    this(HealthConnect.Options.DEFAULT);
  }

  /**
   * @param relayOnly whose calls use the relay alone
   */
  public ProductWorld(RelayOnly relayOnly) {
    this(withCalls(relayOnly));
  }

  private ProductWorld(HealthConnect.Options options) {
    Ports.Stores stores =
        new Ports.Stores(
            guard.watch(AccountRepository.class, store.accounts()),
            guard.watch(AccountAdministration.class, store.administration()),
            guard.watch(EmailRepository.class, store.emails()),
            guard.watch(PreferenceRepository.class, store.preferences()),
            guard.watch(CalendarLinkRepository.class, store.calendarLinks()),
            guard.watch(SessionRepository.class, sessions()),
            guard.watch(DoctorRepository.class, store.doctors()),
            guard.watch(EvidenceRepository.class, store.evidence()),
            guard.watch(PatientRepository.class, store.patients()),
            guard.watch(AppointmentRepository.class, store.appointments()),
            guard.watch(HoldRepository.class, store.holds()),
            guard.watch(RunningLateRepository.class, store.lateness()),
            guard.watch(AttendanceRepository.class, store.attendances()),
            guard.watch(MessageRepository.class, store.messages()),
            guard.watch(MediaRepository.class, store.media()),
            guard.watch(AuditLog.class, store.audit()),
            guard.watch(NoticeRepository.class, store.notices()),
            guard.watch(Outbox.class, store.outbox()),
            guard.watch(AccountMailQueue.class, store.accountMails()),
            guard.watch(PushSubscriptionRepository.class, store.pushSubscriptions()),
            guard.watch(Outbox.class, store.pushOutbox()),
            guard.watch(LiveCalls.class, calls, "tryChange", "find", "liveOf"),
            store.snapshots(calls));
    Ports.Security security =
        new Ports.Security(
            new PlainPasswordHasher(),
            (password, name, email) -> false,
            new PlainTokens(),
            new PlainDeviceMarkers(),
            new PlainTimeCodes(),
            new PlainUnsubscribeTokens());
    health =
        HealthConnect.create(
            new Ports(
                stores,
                new Ports.Images(new InMemoryImageStore(), new WordCleaner()),
                security,
                presence,
                new Ports.Environment(clock, ids)),
            options);
  }

  private static HealthConnect.Options withCalls(RelayOnly relayOnly) {
    HealthConnect.Options usual = HealthConnect.Options.DEFAULT;
    CallRules calls = usual.calls();
    return new HealthConnect.Options(
        usual.sessionLife(),
        new CallRules(calls.ring(), calls.lease(), calls.candidates(), relayOnly),
        usual.guessing(),
        usual.uploads(),
        usual.appointments(),
        usual.newDoctors(),
        usual.retention());
  }

  private SessionRepository sessions() {
    return (SessionRepository)
        Proxy.newProxyInstance(
            SessionRepository.class.getClassLoader(),
            new Class<?>[] {SessionRepository.class},
            (proxy, method, arguments) -> {
              if (sessionsAway) {
                throw new StoreUnavailableException(Cause.UNAVAILABLE, new IOException());
              }
              return method.invoke(store.sessions(), arguments);
            });
  }

  public Backplane backplane() {
    TypingNotices typing = guard.watch(TypingNotices.class, store.typing());
    return new Backplane(presence, store.feed(), typing, false);
  }

  /** Signs up a new person with that role. Doctors take calls at any time. */
  public OpenedSession signUp(Role role) {
    OpenedSession loggedIn = signUpAs(role);
    if (role == Role.DOCTOR) {
      Doctor doctor = store.doctors().find(new DoctorId(loggedIn.account().id())).orElseThrow();
      store.doctors().save(doctor.withRules(CALLS_ANYTIME));
    }
    return loggedIn;
  }

  private OpenedSession signUpAs(Role role) {
    SignUp.Profile profile =
        role == Role.DOCTOR
            ? new SignUp.Profile.OfDoctor(
                Doctors.valid("any").profile(), Doctors.valid("any").schedule())
            : new SignUp.Profile.OfPatient(PatientProfile.BLANK);
    return Appointments.value(
        health
            .accounts()
            .signUp()
            .signUp(
                new SignUp.Command(
                    new PersonName("Somebody New"),
                    Email.parse(ids.next() + "@example.org"),
                    new Password(PASSWORD),
                    profile)));
  }

  /** Whether the device counts as connected, or its side of a call has no lease yet. */
  public boolean knows(DeviceId device) {
    return local.isConnected(device)
        || calls.devices().values().stream().anyMatch(bound -> bound.contains(device));
  }

  public Actor actor(String token) {
    return health.accounts().authenticate().authenticate(token).orElseThrow();
  }

  /** Books the doctor's first free slot and confirms it, which lets the two talk and call. */
  public Appointment book(Actor doctor, Actor patient) {
    Appointment pending = request(doctor, patient);
    return store.appointments().save(Appointments.value(pending.confirm(clock.instant())));
  }

  private Appointment request(Actor doctor, Actor patient) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Slot first =
        health
            .doctors()
            .findSlots()
            .findSlots(new FindSlots.Query(doctor.asDoctor(), today, today.plusDays(7)))
            .orElseThrow()
            .slots()
            .get(0);
    return Appointments.value(
        health
            .appointments()
            .book()
            .bookAppointment(
                new BookAppointment.Command(
                    patient,
                    doctor.asDoctor(),
                    first.date(),
                    first.startTime(),
                    AppointmentMode.VIDEO,
                    "A check-up",
                    Optional.empty())));
  }

  public void cancel(Actor actor, Appointment appointment) {
    Appointments.value(
        health
            .appointments()
            .change()
            .changeAppointment(
                new ChangeAppointment.Command(
                    actor,
                    appointment.id(),
                    Optional.empty(),
                    new ChangeAppointment.Intent.Cancel("Ill"))));
  }
}

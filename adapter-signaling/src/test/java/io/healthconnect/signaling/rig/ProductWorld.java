package io.healthconnect.signaling.rig;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.account.SignedIn;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.LocalPresence;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.signaling.product.ProductSockets;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The product's use cases in memory, on a morning in March that lasts until a test moves on. */
public final class ProductWorld {
  public static final String PASSWORD = "correct horse";

  public final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  public final InMemoryStore store = new InMemoryStore();
  public final RandomIds ids = new RandomIds(11);
  public final HealthConnect health;
  private final LocalPresence presence = new LocalPresence(store.feed());
  private final InMemoryLiveCalls calls = new InMemoryLiveCalls(store.feed());

  /** Whether the sessions cannot be asked. */
  public volatile boolean sessionsAway;

  public ProductWorld() {
    Ports.Stores stores =
        new Ports.Stores(
            store.accounts(),
            sessions(),
            store.doctors(),
            store.patients(),
            store.appointments(),
            store.messages(),
            store.media(),
            calls);
    Ports.Security security =
        new Ports.Security(
            new PlainPasswordHasher(), (password, name, email) -> false, new PlainTokens());
    health =
        HealthConnect.create(
            new Ports(
                stores,
                new Ports.Images(new InMemoryImageStore(), new WordCleaner()),
                security,
                presence,
                new Ports.Surroundings(clock, ids)),
            HealthConnect.Options.DEFAULT);
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

  public ProductSockets.News news() {
    return new ProductSockets.News(
        presence,
        store.feed(),
        (from, to) -> store.feed().publish(new Change.Typing(from, to)),
        false);
  }

  /** Somebody new of that role, signed in. */
  public SignedIn signUp(Role role) {
    SignUp.Profile profile =
        role == Role.DOCTOR
            ? new SignUp.Profile.OfDoctor(id -> Doctors.valid(id.value()))
            : new SignUp.Profile.OfPatient(id -> Patients.blank(id.value()));
    return Appointments.value(
        health
            .accounts()
            .signUp()
            .handle(
                new SignUp.Command(
                    new PersonName("Somebody New"),
                    Email.parse(ids.next() + "@example.org"),
                    new Password(PASSWORD),
                    profile)));
  }

  /** Whether the device counts as connected, or its side of a call has no lease yet. */
  public boolean knows(DeviceId device) {
    return presence.isConnected(device)
        || calls.devices().values().stream().anyMatch(bound -> bound.contains(device));
  }

  public Actor actor(String token) {
    return health.accounts().authenticate().handle(token).orElseThrow();
  }

  /** Books the doctor's first free slot, which lets the two talk. */
  public Appointment book(Actor doctor, Actor patient) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Slot first =
        health
            .doctors()
            .findSlots()
            .handle(new FindSlots.Query(doctor.asDoctor(), today, today.plusDays(7)))
            .orElseThrow()
            .slots()
            .get(0);
    return Appointments.value(
        health
            .appointments()
            .book()
            .handle(
                new BookAppointment.Command(
                    patient,
                    doctor.asDoctor(),
                    first.date(),
                    first.startTime(),
                    VisitMode.VIDEO,
                    "A check-up",
                    Optional.empty())));
  }

  public void cancel(Actor actor, Appointment visit) {
    Appointments.value(
        health
            .appointments()
            .change()
            .handle(
                new ChangeAppointment.Command(
                    actor,
                    visit.id(),
                    Optional.empty(),
                    new ChangeAppointment.Intent.Cancel("Ill"))));
  }
}

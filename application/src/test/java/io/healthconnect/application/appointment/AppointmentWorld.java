package io.healthconnect.application.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A doctor, open on Monday, 2 March 2026, from 9 to 17 in Berlin, and patients, on the day before.
 */
final class AppointmentWorld {
  static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  static final Actor DOCTOR = new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  static final Actor PATIENT = new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s2"));
  static final Actor OTHER = new Actor(new AccountId("p2"), Role.PATIENT, new SessionId("s3"));

  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = new SettableClock(BOOKED);
  final InMemoryLiveCalls calls = new InMemoryLiveCalls(store.feed());
  final AppointmentUseCases use;

  /** Runs once, when the doctor's free times are read next. */
  Runnable meanwhile = () -> {};

  AppointmentWorld(AppointmentLimits limits) {
    People.add(store.stores(), "d1", "p1");
    People.add(store.stores(), "d2", "p2");
    ContactPolicy policy =
        new ContactPolicy(store.accounts(), store.appointments(), store.doctors());
    use =
        AppointmentUseCases.create(
            new AppointmentUseCases.Ports(
                store.doctors(),
                interrupted(),
                store.holds(),
                store.lateness(),
                store.attendances(),
                calls,
                policy,
                new AuditTrail(store.audit(), clock)),
            limits,
            new SequentialIds(),
            clock);
  }

  private AppointmentRepository interrupted() {
    return (AppointmentRepository)
        Proxy.newProxyInstance(
            AppointmentRepository.class.getClassLoader(),
            new Class<?>[] {AppointmentRepository.class},
            (proxy, method, args) -> {
              if (method.getName().startsWith("occup")) {
                Runnable once = meanwhile;
                meanwhile = () -> {};
                once.run();
              }
              try {
                return method.invoke(store.appointments(), args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  Result<Appointment, BookingRefusal> book(Actor actor, String time, String... key) {
    return use.book()
        .bookAppointment(
            new BookAppointment.Command(
                actor,
                DoctorId.of("d1"),
                MONDAY,
                LocalTime.parse(time),
                AppointmentMode.VIDEO,
                "cough",
                key.length == 0 ? Optional.empty() : Optional.of(key[0])));
  }

  Result<Hold, BookingRefusal> hold(Actor actor, String time) {
    return use.hold()
        .holdSlot(new HoldSlot.Command(actor, DoctorId.of("d1"), MONDAY, LocalTime.parse(time)));
  }

  Result<Appointment, BookingRefusal> bookFor(
      Actor doctor, Actor patient, LocalDate date, String time) {
    return use.bookForPatient()
        .bookForPatient(
            new BookForPatient.Command(
                doctor,
                patient.asPatient(),
                date,
                LocalTime.parse(time),
                AppointmentMode.VIDEO,
                "",
                Optional.of("k")));
  }

  Result<Appointment, BookingRefusal> move(Actor actor, AppointmentId id, String time) {
    return use.reschedule()
        .rescheduleAppointment(
            new RescheduleAppointment.Command(
                actor, id, Optional.empty(), MONDAY, LocalTime.parse(time), Optional.empty()));
  }

  Result<Appointment, ChangeAppointment.Refusal> change(
      Actor actor, AppointmentId id, ChangeAppointment.Intent intent) {
    return use.change()
        .changeAppointment(new ChangeAppointment.Command(actor, id, Optional.empty(), intent));
  }

  /** As {@link #change}, if the appointment has this version. */
  Result<Appointment, ChangeAppointment.Refusal> changeAt(
      long version, Actor actor, AppointmentId id, ChangeAppointment.Intent intent) {
    return use.change()
        .changeAppointment(new ChangeAppointment.Command(actor, id, Optional.of(version), intent));
  }
}

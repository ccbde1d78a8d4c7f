package io.healthconnect.application.waiting;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The waiting room in memory: patient p1 has an appointment with doctor d1 at nine. */
final class WaitingWorld {
  static final AccountId DOCTOR = new AccountId("d1");
  static final AccountId PATIENT = new AccountId("p1");
  static final AppointmentId VISIT = new AppointmentId("v");
  static final DeviceId TAB = new DeviceId("tab");
  static final DeviceId PHONE = new DeviceId("phone");
  static final DeviceId DESK = new DeviceId("desk");

  final InMemoryStore store = new InMemoryStore();
  final InMemoryPresence presence = new InMemoryPresence(store.feed());
  final SettableClock clock = new SettableClock(MONDAY_NINE);
  final WaitingUseCases use =
      WaitingUseCases.create(
          new WaitingUseCases.Ports(
              store.attendances(), store.appointments(), store.accounts(), presence),
          clock);
  private final RecordedChanges changes = RecordedChanges.from(store.feed());
  private int told;

  WaitingWorld() {
    book("v", "d1", "p1", 0);
    presence.arrive(PATIENT, TAB);
    presence.arrive(PATIENT, PHONE);
    told();
  }

  Appointment book(String id, String doctor, String patient, int minute) {
    People.add(store.stores(), doctor, patient);
    Appointment pending = Appointments.pending(id, doctor, patient, minute);
    Appointment booked = value(store.appointments().book(pending, Optional.empty(), UNLIMITED));
    return store.appointments().save(value(booked.confirm(BOOKED)));
  }

  void cancel() {
    Appointment visit = store.appointments().find(VISIT).orElseThrow();
    store.appointments().save(value(visit.cancel(DOCTOR, "ill", clock.instant())));
  }

  Result<Attendance, JoinWaitingRoom.Refusal> join(DeviceId device) {
    return join(PATIENT, device, VISIT);
  }

  Result<Attendance, JoinWaitingRoom.Refusal> join(
      AccountId person, DeviceId device, AppointmentId appointment) {
    return use.join().joinWaitingRoom(new JoinWaitingRoom.Command(person, device, appointment));
  }

  boolean leave(DeviceId device) {
    return use.leave().leaveWaitingRoom(PATIENT, device, VISIT);
  }

  Result<Attendance, AdmitPatient.Refusal> admit(AccountId person, DeviceId device) {
    return use.admit().admitPatient(new AdmitPatient.Command(person, device, VISIT));
  }

  /** Moves the clock and checks who still waits. */
  int pass(Duration time) {
    clock.advance(time);
    return use.check().checkWaiting();
  }

  /** Whether the patient waits, as far as the doctor can see. */
  boolean waits() {
    return !use.list().listWaiting(DOCTOR).isEmpty();
  }

  /** What was told of the waiting room since the last call of this method, in short form. */
  List<String> told() {
    List<Change> all = changes.all();
    List<String> words =
        all.subList(told, all.size()).stream().flatMap(each -> words(each).stream()).toList();
    told = all.size();
    return words;
  }

  private static Optional<String> words(Change change) {
    if (change instanceof Change.WaitingChanged waiting) {
      return Optional.of(waiting.present() ? "waits" : "gone");
    }
    return change instanceof Change.PatientAdmitted admitted
        ? Optional.of("admitted " + admitted.device().value())
        : Optional.empty();
  }
}

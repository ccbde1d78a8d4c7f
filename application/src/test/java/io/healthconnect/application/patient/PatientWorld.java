package io.healthconnect.application.patient;

import io.healthconnect.application.Actor;
import io.healthconnect.application.CountingPorts;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.util.Optional;

/** The use cases of patients over an in-memory store, with a doctor {@code d1}. */
final class PatientWorld {
  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  final CountingPorts counting = new CountingPorts();
  final PatientUseCases useCases =
      PatientUseCases.create(
          counting.count(PatientRepository.class, store.patients()),
          counting.count(AccountRepository.class, store.accounts()),
          counting.count(AppointmentRepository.class, store.appointments()),
          new ContactPolicy(store.accounts(), store.appointments(), store.doctors()),
          new AuditTrail(store.audit(), clock),
          clock);

  PatientWorld() {
    People.addDoctor(store.stores(), "d1");
  }

  /** Adds a patient with a complete record. */
  void patient(String id) {
    store.patients().add(Accounts.patient(id), Accounts.HASH, Patients.complete(id));
  }

  /**
   * Books an appointment of the patient with {@code d1}, {@code minute} minutes after Monday,
   * 09:00.
   */
  void book(String patient, int minute) {
    Appointments.value(
        store
            .appointments()
            .book(
                Appointments.pending("v" + minute, "d1", patient, minute),
                Optional.empty(),
                Appointments.UNLIMITED));
  }

  static Actor actor(String id, Role role) {
    return new Actor(new AccountId(id), role, new SessionId("s-" + id));
  }

  void erase(String id) {
    AccountId account = new AccountId(id);
    Appointments.value(
        store
            .administration()
            .erase(
                new Erasure(
                    account,
                    Optional.empty(),
                    AuditEvent.of(AuditAction.ACCOUNT_ERASED, clock.instant()))));
  }
}

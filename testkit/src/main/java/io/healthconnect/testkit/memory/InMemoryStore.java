package io.healthconnect.testkit.memory;

import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.testkit.StepLock;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import io.healthconnect.testkit.account.InMemorySessionRepository;
import io.healthconnect.testkit.appointment.InMemoryAppointmentRepository;
import io.healthconnect.testkit.doctor.InMemoryDoctorRepository;
import io.healthconnect.testkit.media.InMemoryMediaRepository;
import io.healthconnect.testkit.message.InMemoryMessageRepository;
import io.healthconnect.testkit.patient.InMemoryPatientRepository;

/** Every port in memory, over one lock and one feed. */
public final class InMemoryStore {
  private final LocalChangeFeed feed;
  private final StepLock lock;
  private final InMemoryMediaRepository media;
  private final InMemoryAccountRepository accounts;
  private final InMemorySessionRepository sessions;
  private final InMemoryDoctorRepository doctors;
  private final InMemoryPatientRepository patients;
  private final InMemoryAppointmentRepository appointments;
  private final InMemoryMessageRepository messages;

  public InMemoryStore() {
    this(new LocalChangeFeed());
  }

  public InMemoryStore(LocalChangeFeed feed) {
    this.feed = feed;
    this.lock = new StepLock(feed);
    this.media = new InMemoryMediaRepository(lock);
    this.accounts = new InMemoryAccountRepository(lock, media);
    this.sessions = new InMemorySessionRepository(lock);
    this.doctors = new InMemoryDoctorRepository(lock, accounts);
    this.patients = new InMemoryPatientRepository(lock, accounts);
    this.appointments = new InMemoryAppointmentRepository(lock, doctors);
    this.messages = new InMemoryMessageRepository(lock, media);
  }

  public LocalChangeFeed feed() {
    return feed;
  }

  /** The lock, for further adapters that share this store's steps. */
  public StepLock lock() {
    return lock;
  }

  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  public InMemorySessionRepository sessions() {
    return sessions;
  }

  public InMemoryDoctorRepository doctors() {
    return doctors;
  }

  public InMemoryPatientRepository patients() {
    return patients;
  }

  public InMemoryAppointmentRepository appointments() {
    return appointments;
  }

  public InMemoryMessageRepository messages() {
    return messages;
  }

  public InMemoryMediaRepository media() {
    return media;
  }

  /** All ports, as the contracts want them. */
  public Stores stores() {
    return new Stores(accounts, sessions, doctors, patients, appointments, messages, media, feed);
  }
}

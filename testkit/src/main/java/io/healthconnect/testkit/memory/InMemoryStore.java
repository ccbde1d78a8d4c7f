package io.healthconnect.testkit.memory;

import io.healthconnect.domain.call.CallLog;
import io.healthconnect.domain.export.Snapshot;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.InMemoryAccountAdministration;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import io.healthconnect.testkit.account.InMemoryEmailRepository;
import io.healthconnect.testkit.account.InMemoryPreferenceRepository;
import io.healthconnect.testkit.account.InMemorySessionRepository;
import io.healthconnect.testkit.appointment.InMemoryAppointmentRepository;
import io.healthconnect.testkit.appointment.InMemoryAttendances;
import io.healthconnect.testkit.appointment.InMemoryContacts;
import io.healthconnect.testkit.appointment.InMemoryHoldRepository;
import io.healthconnect.testkit.appointment.InMemoryHolds;
import io.healthconnect.testkit.appointment.InMemoryRunningLate;
import io.healthconnect.testkit.audit.InMemoryAuditLog;
import io.healthconnect.testkit.calendar.InMemoryCalendarLinkRepository;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import io.healthconnect.testkit.doctor.InMemoryDoctorRepository;
import io.healthconnect.testkit.doctor.InMemoryEvidenceRepository;
import io.healthconnect.testkit.media.InMemoryMediaRepository;
import io.healthconnect.testkit.message.InMemoryMessageRepository;
import io.healthconnect.testkit.message.InMemoryTypingNotices;
import io.healthconnect.testkit.notice.InMemoryNoticeRepository;
import io.healthconnect.testkit.outbox.InMemoryAccountMailQueue;
import io.healthconnect.testkit.outbox.InMemoryOutbox;
import io.healthconnect.testkit.outbox.InMemoryOutboxes;
import io.healthconnect.testkit.patient.InMemoryPatientRepository;
import io.healthconnect.testkit.push.InMemoryPushSubscriptions;
import io.healthconnect.testkit.push.InMemoryVapidKeys;
import java.util.function.Function;

/** All ports in memory, with one lock and one change feed. */
public final class InMemoryStore {
  private final InMemoryChangeFeed feed;
  private final StoreLock lock;
  private final InMemoryMediaRepository media;
  private final InMemoryAccountRepository accounts;
  private final InMemorySessionRepository sessions;
  private final InMemoryDoctorRepository doctors;
  private final InMemoryAccountAdministration administration;
  private final InMemoryEvidenceRepository evidence;
  private final InMemoryPatientRepository patients;
  private final InMemoryAppointmentRepository appointments;
  private final InMemoryHoldRepository holds;
  private final InMemoryRunningLate lateness;
  private final InMemoryAttendances attendances;
  private final InMemoryMessageRepository messages;
  private final InMemoryTypingNotices typing;
  private final InMemoryAuditLog audit;
  private final InMemoryNoticeRepository notices;
  private final InMemoryOutbox outbox;
  private final InMemoryAccountMailQueue accountMails;
  private final InMemoryEmailRepository emails;
  private final InMemoryPushSubscriptions pushSubscriptions;
  private final InMemoryOutbox pushOutbox;
  private final InMemoryVapidKeys vapidKeys = new InMemoryVapidKeys();
  private final InMemoryPreferenceRepository preferences;
  private final InMemoryCalendarLinkRepository calendarLinks;

  public InMemoryStore() {
    this(new InMemoryChangeFeed());
  }

  public InMemoryStore(InMemoryChangeFeed feed) {
    this.feed = feed;
    this.lock = new StoreLock(feed);
    this.media = new InMemoryMediaRepository(lock);
    this.sessions = new InMemorySessionRepository(lock);
    this.accounts = new InMemoryAccountRepository(lock, media, sessions);
    this.doctors = new InMemoryDoctorRepository(lock, accounts);
    this.evidence = new InMemoryEvidenceRepository(lock, accounts, doctors, media);
    this.outbox = new InMemoryOutbox(lock);
    this.accountMails = new InMemoryAccountMailQueue(lock);
    this.pushSubscriptions = new InMemoryPushSubscriptions(lock, sessions);
    this.pushOutbox = new InMemoryOutbox(lock);
    this.notices =
        new InMemoryNoticeRepository(
            lock, accounts, new InMemoryOutboxes(outbox, pushOutbox, pushSubscriptions));
    this.audit = new InMemoryAuditLog(lock, notices);
    this.accounts.auditWith(audit::append);
    this.emails = new InMemoryEmailRepository(lock, accounts, audit, accountMails);
    this.preferences = new InMemoryPreferenceRepository(lock, accounts);
    this.calendarLinks = new InMemoryCalendarLinkRepository(lock, accounts);
    this.patients = new InMemoryPatientRepository(lock, accounts);
    InMemoryHolds held = new InMemoryHolds();
    this.administration =
        new InMemoryAccountAdministration(
            lock, accounts, doctors, evidence, patients, held, audit, notices, emails);
    this.appointments = new InMemoryAppointmentRepository(lock, doctors, held, notices);
    this.administration.readFrom(appointments);
    this.holds = new InMemoryHoldRepository(lock, held, appointments);
    this.attendances = new InMemoryAttendances(lock, appointments);
    this.lateness = new InMemoryRunningLate(lock, accounts, appointments, attendances, notices);
    InMemoryContacts contacts = new InMemoryContacts(lock, appointments, accounts);
    this.messages = new InMemoryMessageRepository(lock, media, contacts, notices);
    this.typing = new InMemoryTypingNotices(lock, contacts);
  }

  public InMemoryChangeFeed feed() {
    return feed;
  }

  /** The lock, for other adapters that take part in this store's steps. */
  public StoreLock lock() {
    return lock;
  }

  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  public InMemoryAccountAdministration administration() {
    return administration;
  }

  public InMemorySessionRepository sessions() {
    return sessions;
  }

  public InMemoryDoctorRepository doctors() {
    return doctors;
  }

  public InMemoryEvidenceRepository evidence() {
    return evidence;
  }

  public InMemoryPatientRepository patients() {
    return patients;
  }

  public InMemoryAppointmentRepository appointments() {
    return appointments;
  }

  public InMemoryHoldRepository holds() {
    return holds;
  }

  public InMemoryRunningLate lateness() {
    return lateness;
  }

  public InMemoryAttendances attendances() {
    return attendances;
  }

  public InMemoryMessageRepository messages() {
    return messages;
  }

  public InMemoryTypingNotices typing() {
    return typing;
  }

  public InMemoryAuditLog audit() {
    return audit;
  }

  public InMemoryNoticeRepository notices() {
    return notices;
  }

  public InMemoryOutbox outbox() {
    return outbox;
  }

  public InMemoryAccountMailQueue accountMails() {
    return accountMails;
  }

  public InMemoryEmailRepository emails() {
    return emails;
  }

  public InMemoryPushSubscriptions pushSubscriptions() {
    return pushSubscriptions;
  }

  public InMemoryOutbox pushOutbox() {
    return pushOutbox;
  }

  public InMemoryVapidKeys vapidKeys() {
    return vapidKeys;
  }

  public InMemoryPreferenceRepository preferences() {
    return preferences;
  }

  public InMemoryCalendarLinkRepository calendarLinks() {
    return calendarLinks;
  }

  public InMemoryMediaRepository media() {
    return media;
  }

  /**
   * Nothing is written while a snapshot is read.
   *
   * @param calls what else a snapshot is of
   */
  public Snapshots snapshots(CallLog calls) {
    Snapshot snapshot =
        new Snapshot(
            accounts,
            preferences,
            calendarLinks,
            sessions,
            doctors,
            evidence,
            patients,
            appointments,
            attendances,
            messages,
            calls,
            audit,
            notices,
            pushSubscriptions,
            media);
    return new Snapshots() {
      @Override
      public <T> T read(Function<Snapshot, T> reads) {
        return lock.step(() -> reads.apply(snapshot));
      }
    };
  }

  /** All ports, in the form that the contracts use. */
  public Stores stores() {
    return new Stores(
        accounts,
        administration,
        emails,
        preferences,
        calendarLinks,
        sessions,
        doctors,
        evidence,
        patients,
        appointments,
        holds,
        lateness,
        attendances,
        messages,
        media,
        audit,
        notices,
        outbox,
        accountMails,
        pushSubscriptions,
        pushOutbox,
        vapidKeys,
        feed);
  }
}

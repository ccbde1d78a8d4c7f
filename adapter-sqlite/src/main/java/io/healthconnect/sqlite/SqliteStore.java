package io.healthconnect.sqlite;

import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.export.Snapshot;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.sqlite.account.SqliteAccountAdministration;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.account.SqliteEmailRepository;
import io.healthconnect.sqlite.account.SqlitePreferenceRepository;
import io.healthconnect.sqlite.account.SqliteSessionRepository;
import io.healthconnect.sqlite.appointment.SqliteAppointmentRepository;
import io.healthconnect.sqlite.appointment.SqliteAttendanceRepository;
import io.healthconnect.sqlite.appointment.SqliteHoldRepository;
import io.healthconnect.sqlite.appointment.SqliteRunningLate;
import io.healthconnect.sqlite.audit.SqliteAuditLog;
import io.healthconnect.sqlite.calendar.SqliteCalendarLinkRepository;
import io.healthconnect.sqlite.call.SqliteCallLog;
import io.healthconnect.sqlite.call.SqliteLiveCalls;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.DatabaseFile;
import io.healthconnect.sqlite.db.FileFacts;
import io.healthconnect.sqlite.doctor.SqliteDoctorRepository;
import io.healthconnect.sqlite.doctor.SqliteEvidenceRepository;
import io.healthconnect.sqlite.media.SqliteImageStore;
import io.healthconnect.sqlite.media.SqliteMediaRepository;
import io.healthconnect.sqlite.message.SqliteMessageRepository;
import io.healthconnect.sqlite.message.SqliteTypingNotices;
import io.healthconnect.sqlite.notice.SqliteNoticeRepository;
import io.healthconnect.sqlite.outbox.SqliteAccountMailQueue;
import io.healthconnect.sqlite.outbox.SqliteOutbox;
import io.healthconnect.sqlite.patient.SqlitePatientRepository;
import io.healthconnect.sqlite.push.SqlitePushSubscriptions;
import io.healthconnect.sqlite.push.SqliteVapidKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** All repositories over one file. A write that has returned is on the disk. */
public final class SqliteStore implements AutoCloseable {
  private final Database database;
  private final AccountRepository accounts;
  private final AccountAdministration administration;
  private final EmailRepository emails;
  private final PreferenceRepository preferences;
  private final CalendarLinkRepository calendarLinks;
  private final SessionRepository sessions;
  private final DoctorRepository doctors;
  private final EvidenceRepository evidence;
  private final PatientRepository patients;
  private final AppointmentRepository appointments;
  private final HoldRepository holds;
  private final RunningLateRepository lateness;
  private final AttendanceRepository attendances;
  private final MessageRepository messages;
  private final TypingNotices typing;
  private final MediaRepository media;
  private final AuditLog audit;
  private final NoticeRepository notices;
  private final Outbox outbox;
  private final AccountMailQueue accountMails;
  private final PushSubscriptionRepository pushSubscriptions;
  private final Outbox pushOutbox;
  private final VapidKeys vapidKeys;
  private final ImageStore images;
  private final LiveCalls calls;

  private SqliteStore(Database database, LocalChangeFeed feed, Instant callsUntil) {
    this.database = database;
    this.accounts = new SqliteAccountRepository(database);
    this.administration = new SqliteAccountAdministration(database);
    this.emails = new SqliteEmailRepository(database);
    this.preferences = new SqlitePreferenceRepository(database);
    this.calendarLinks = new SqliteCalendarLinkRepository(database);
    this.sessions = new SqliteSessionRepository(database);
    this.doctors = new SqliteDoctorRepository(database);
    this.evidence = new SqliteEvidenceRepository(database);
    this.patients = new SqlitePatientRepository(database);
    this.appointments = new SqliteAppointmentRepository(database);
    this.holds = new SqliteHoldRepository(database);
    this.lateness = new SqliteRunningLate(database);
    this.attendances = new SqliteAttendanceRepository(database);
    this.messages = new SqliteMessageRepository(database);
    this.typing = new SqliteTypingNotices(database);
    this.media = new SqliteMediaRepository(database);
    this.audit = new SqliteAuditLog(database);
    this.notices = new SqliteNoticeRepository(database);
    this.accountMails = new SqliteAccountMailQueue(database);
    this.outbox = SqliteOutbox.ofMails(database);
    this.pushSubscriptions = new SqlitePushSubscriptions(database);
    this.pushOutbox = SqliteOutbox.ofPushes(database);
    this.vapidKeys = new SqliteVapidKeys(database);
    this.images = new SqliteImageStore(database);
    this.calls = new SqliteLiveCalls(database, feed, callsUntil);
  }

  /**
   * Opens {@code health-connect.db} in the folder, creating both if they are missing (readable by
   * this user only), and migrates its schema.
   *
   * @param feed publishes every stored change, in the order of the commits
   * @param callsUntil until when people can return to calls that were live when the last run ended
   * @throws io.healthconnect.sqlite.db.StoreCorruptException if the file is damaged
   * @throws io.healthconnect.sqlite.db.UnusableFolderException if it cannot be created, read or
   *     written
   */
  public static SqliteStore open(Path dataDir, LocalChangeFeed feed, Instant callsUntil) {
    return new SqliteStore(DatabaseFile.open(dataDir, feed), feed, callsUntil);
  }

  /** Opens the store of a host that sends no notices: none waits in its outbox. */
  public static SqliteStore openWithoutOutbox(
      Path dataDir, LocalChangeFeed feed, Instant callsUntil) {
    return openWithoutOutbox(dataDir, feed, callsUntil, source -> source);
  }

  /**
   * @param seenBy wraps the data source of all statements, for a host that watches them
   */
  public static SqliteStore openWithoutOutbox(
      Path dataDir, LocalChangeFeed feed, Instant callsUntil, UnaryOperator<DataSource> seenBy) {
    Database database = DatabaseFile.open(dataDir, feed, seenBy).withoutOutbox();
    return new SqliteStore(database, feed, callsUntil);
  }

  /**
   * Tells the feed if another process has written to the file since the last look, such as a
   * command of an operator ({@link SqliteGuest}), whose changes are not published. Must run every
   * few seconds.
   *
   * @return whether one has
   */
  public boolean noticeOtherWriters() {
    return database.noticeOtherWriters();
  }

  public AccountRepository accounts() {
    return accounts;
  }

  public AccountAdministration administration() {
    return administration;
  }

  public EmailRepository emails() {
    return emails;
  }

  public PreferenceRepository preferences() {
    return preferences;
  }

  public CalendarLinkRepository calendarLinks() {
    return calendarLinks;
  }

  public SessionRepository sessions() {
    return sessions;
  }

  public DoctorRepository doctors() {
    return doctors;
  }

  public EvidenceRepository evidence() {
    return evidence;
  }

  public PatientRepository patients() {
    return patients;
  }

  public AppointmentRepository appointments() {
    return appointments;
  }

  public HoldRepository holds() {
    return holds;
  }

  public RunningLateRepository lateness() {
    return lateness;
  }

  public AttendanceRepository attendances() {
    return attendances;
  }

  public MessageRepository messages() {
    return messages;
  }

  public TypingNotices typing() {
    return typing;
  }

  public MediaRepository media() {
    return media;
  }

  public AuditLog audit() {
    return audit;
  }

  public NoticeRepository notices() {
    return notices;
  }

  public Outbox outbox() {
    return outbox;
  }

  public AccountMailQueue accountMails() {
    return accountMails;
  }

  public PushSubscriptionRepository pushSubscriptions() {
    return pushSubscriptions;
  }

  public Outbox pushOutbox() {
    return pushOutbox;
  }

  public VapidKeys vapidKeys() {
    return vapidKeys;
  }

  public ImageStore images() {
    return images;
  }

  public LiveCalls calls() {
    return calls;
  }

  public Snapshots snapshots() {
    return this::read;
  }

  private <T> T read(Function<Snapshot, T> reads) {
    return database.snapshot(view -> reads.apply(snapshot(view)));
  }

  private static Snapshot snapshot(Database view) {
    return new Snapshot(
        new SqliteAccountRepository(view),
        new SqlitePreferenceRepository(view),
        new SqliteCalendarLinkRepository(view),
        new SqliteSessionRepository(view),
        new SqliteDoctorRepository(view),
        new SqliteEvidenceRepository(view),
        new SqlitePatientRepository(view),
        new SqliteAppointmentRepository(view),
        new SqliteAttendanceRepository(view),
        new SqliteMessageRepository(view),
        new SqliteCallLog(view),
        new SqliteAuditLog(view),
        new SqliteNoticeRepository(view),
        new SqlitePushSubscriptions(view),
        new SqliteMediaRepository(view));
  }

  /**
   * Copies everything, as of one instant, into a new file. Reads and writes continue meanwhile.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException if the file cannot be written
   * @throws IllegalStateException if the file exists
   */
  public void backUp(Path target) {
    database.backUp(target);
  }

  /** Describes the store for operators. */
  public FileFacts facts() {
    return database.facts();
  }

  /** Whether the store can be read and written now. */
  public boolean isHealthy() {
    return database.isHealthy();
  }

  @Override
  public void close() {
    database.close();
  }
}

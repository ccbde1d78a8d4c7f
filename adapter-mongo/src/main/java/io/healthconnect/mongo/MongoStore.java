package io.healthconnect.mongo;

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
import io.healthconnect.mongo.account.MongoAccountAdministration;
import io.healthconnect.mongo.account.MongoAccountRepository;
import io.healthconnect.mongo.account.MongoCalendarLinkRepository;
import io.healthconnect.mongo.account.MongoEmailRepository;
import io.healthconnect.mongo.account.MongoPreferenceRepository;
import io.healthconnect.mongo.account.MongoSessionRepository;
import io.healthconnect.mongo.appointment.MongoAppointmentRepository;
import io.healthconnect.mongo.appointment.MongoAttendanceRepository;
import io.healthconnect.mongo.appointment.MongoHoldRepository;
import io.healthconnect.mongo.appointment.MongoRunningLate;
import io.healthconnect.mongo.audit.MongoAuditLog;
import io.healthconnect.mongo.call.MongoLiveCalls;
import io.healthconnect.mongo.db.LocalWrites;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.doctor.MongoDoctorRepository;
import io.healthconnect.mongo.doctor.MongoEvidenceRepository;
import io.healthconnect.mongo.media.GridFsImageStore;
import io.healthconnect.mongo.media.MongoMediaRepository;
import io.healthconnect.mongo.message.MongoMessageRepository;
import io.healthconnect.mongo.message.MongoTypingNotices;
import io.healthconnect.mongo.notice.MongoNoticeRepository;
import io.healthconnect.mongo.outbox.MongoAccountMailQueue;
import io.healthconnect.mongo.outbox.MongoOutbox;
import io.healthconnect.mongo.patient.MongoPatientRepository;
import io.healthconnect.mongo.presence.DevicePlaces;
import io.healthconnect.mongo.push.MongoPushSubscriptions;
import io.healthconnect.mongo.push.MongoVapidKeys;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * All repositories over one database of a replica set. A write that has returned is stored by a
 * majority of its members. The caller owns the handles and closes them.
 */
public final class MongoStore {
  private final MongoHandles handles;
  private final AuditLog audit;

  public MongoStore(MongoHandles handles) {
    this.handles = handles;
    this.audit = new MongoAuditLog(handles);
  }

  /**
   * @param local must be quick and must not throw
   */
  public MongoStore(MongoHandles handles, LocalWrites local) {
    this(handles.heardBy(local));
  }

  public AccountRepository accounts() {
    return new MongoAccountRepository(handles);
  }

  public AccountAdministration administration() {
    return new MongoAccountAdministration(handles);
  }

  public EmailRepository emails() {
    return new MongoEmailRepository(handles);
  }

  public Snapshots snapshots() {
    return this::read;
  }

  private <T> T read(Function<Snapshot, T> reads) {
    return handles.snapshot(view -> reads.apply(snapshot(view)));
  }

  private static Snapshot snapshot(MongoHandles view) {
    return new Snapshot(
        new MongoAccountRepository(view),
        new MongoPreferenceRepository(view),
        new MongoCalendarLinkRepository(view),
        new MongoSessionRepository(view),
        new MongoDoctorRepository(view),
        new MongoEvidenceRepository(view),
        new MongoPatientRepository(view),
        new MongoAppointmentRepository(view),
        new MongoAttendanceRepository(view),
        new MongoMessageRepository(view),
        new MongoLiveCalls(view),
        new MongoAuditLog(view),
        new MongoNoticeRepository(view),
        new MongoPushSubscriptions(view),
        new MongoMediaRepository(view));
  }

  public PreferenceRepository preferences() {
    return new MongoPreferenceRepository(handles);
  }

  public CalendarLinkRepository calendarLinks() {
    return new MongoCalendarLinkRepository(handles);
  }

  public SessionRepository sessions() {
    return new MongoSessionRepository(handles);
  }

  public DoctorRepository doctors() {
    return new MongoDoctorRepository(handles);
  }

  public EvidenceRepository evidence() {
    return new MongoEvidenceRepository(handles);
  }

  public PatientRepository patients() {
    return new MongoPatientRepository(handles);
  }

  public AppointmentRepository appointments() {
    return new MongoAppointmentRepository(handles);
  }

  public HoldRepository holds() {
    return new MongoHoldRepository(handles);
  }

  public RunningLateRepository lateness() {
    return new MongoRunningLate(handles);
  }

  public AttendanceRepository attendances() {
    return new MongoAttendanceRepository(handles);
  }

  public MessageRepository messages() {
    return new MongoMessageRepository(handles);
  }

  public MediaRepository media() {
    return new MongoMediaRepository(handles);
  }

  public AuditLog audit() {
    return audit;
  }

  public NoticeRepository notices() {
    return new MongoNoticeRepository(handles);
  }

  public Outbox outbox() {
    return MongoOutbox.ofMails(handles);
  }

  public PushSubscriptionRepository pushSubscriptions() {
    return new MongoPushSubscriptions(handles);
  }

  public Outbox pushOutbox() {
    return MongoOutbox.ofPushes(handles);
  }

  public VapidKeys vapidKeys() {
    return new MongoVapidKeys(handles);
  }

  public AccountMailQueue accountMails() {
    return new MongoAccountMailQueue(handles);
  }

  public ImageStore images() {
    return new GridFsImageStore(handles);
  }

  public LiveCalls calls() {
    return new MongoLiveCalls(handles);
  }

  /**
   * Calls of people who are connected to this node.
   *
   * @param clock agrees with those of other nodes to about a second
   */
  public LiveCalls calls(MongoNode node, InstantSource clock) {
    return new MongoLiveCalls(handles, node.places(), clock);
  }

  public TypingNotices typing() {
    return new MongoTypingNotices(handles, DevicePlaces.NONE);
  }

  /** Typing notices from people who are connected to this node. */
  public TypingNotices typing(MongoNode node) {
    return new MongoTypingNotices(handles, node.places());
  }

  /** Whether the store is available now. */
  public boolean isHealthy() {
    return handles.isHealthy();
  }
}

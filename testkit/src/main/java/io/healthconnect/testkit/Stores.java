package io.healthconnect.testkit;

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
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.domain.waiting.AttendanceRepository;

/** The ports of one store, over the same data, and the change feed that they publish to. */
public record Stores(
    AccountRepository accounts,
    AccountAdministration administration,
    EmailRepository emails,
    PreferenceRepository preferences,
    CalendarLinkRepository calendarLinks,
    SessionRepository sessions,
    DoctorRepository doctors,
    EvidenceRepository evidence,
    PatientRepository patients,
    AppointmentRepository appointments,
    HoldRepository holds,
    RunningLateRepository lateness,
    AttendanceRepository attendances,
    MessageRepository messages,
    MediaRepository media,
    AuditLog audit,
    NoticeRepository notices,
    Outbox outbox,
    AccountMailQueue accountMails,
    PushSubscriptionRepository pushSubscriptions,
    Outbox pushOutbox,
    VapidKeys vapidKeys,
    ChangeFeed feed) {}

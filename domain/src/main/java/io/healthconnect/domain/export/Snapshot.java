package io.healthconnect.domain.export;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.domain.call.CallLog;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.waiting.AttendanceRepository;

/**
 * Views of a store, all as of one instant. They are for reading and must not write, and end with
 * the reads that they were made for.
 */
public record Snapshot(
    AccountRepository accounts,
    PreferenceRepository preferences,
    CalendarLinkRepository calendarLinks,
    SessionRepository sessions,
    DoctorRepository doctors,
    EvidenceRepository evidence,
    PatientRepository patients,
    AppointmentRepository appointments,
    AttendanceRepository attendances,
    MessageRepository messages,
    CallLog calls,
    AuditLog audit,
    NoticeRepository notices,
    PushSubscriptionRepository pushSubscriptions,
    MediaRepository media) {}

package io.healthconnect.application;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.DeviceMarkers;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PasswordRules;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.account.TimeCodes;
import io.healthconnect.domain.account.TokenIssuer;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.waiting.AttendanceRepository;
import java.time.Clock;

/** What the use cases need from outside. A host provides its own ports or uses our adapters. */
public record Ports(
    Stores stores, Images images, Security security, Presence presence, Environment environment) {

  /**
   * The repositories. All repositories of a host share one transaction space and one change feed.
   */
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
      LiveCalls calls,
      Snapshots snapshots) {}

  /** The store for the bytes of images, and the cleaner for uploaded files. */
  public record Images(ImageStore store, ImageCleaner cleaner) {}

  /**
   * Passwords, session tokens, markers of known devices, codes of authenticator apps, and what
   * mails carry so that their readers can stop them.
   */
  public record Security(
      PasswordHasher hasher,
      PasswordRules passwordRules,
      TokenIssuer tokens,
      DeviceMarkers deviceMarkers,
      TimeCodes timeCodes,
      UnsubscribeTokens unsubscribeTokens) {}

  /** The clock, whose instants the use cases truncate to milliseconds, and identifiers. */
  public record Environment(Clock clock, IdGenerator ids) {}
}

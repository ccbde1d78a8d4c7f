package io.healthconnect.application;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.ChangePreferences;
import io.healthconnect.application.account.PasswordGuessing;
import io.healthconnect.application.administration.AdministrationUseCases;
import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.audit.AuditUseCases;
import io.healthconnect.application.calendar.CalendarUseCases;
import io.healthconnect.application.call.CallRules;
import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.application.doctor.DoctorUseCases;
import io.healthconnect.application.doctor.EvidenceUseCases;
import io.healthconnect.application.erasure.ErasureUseCases;
import io.healthconnect.application.export.ExportUseCases;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.application.media.MediaPorts;
import io.healthconnect.application.media.MediaUseCases;
import io.healthconnect.application.message.MessageUseCases;
import io.healthconnect.application.notice.NoticeUseCases;
import io.healthconnect.application.patient.PatientUseCases;
import io.healthconnect.application.recovery.RecoveryUseCases;
import io.healthconnect.application.upkeep.Upkeep;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.application.waiting.WaitingUseCases;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.media.UploadQuota;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The whole product without its edges: what a host application embeds. Thread-safe; holds no state
 * except in the ports and the counters that slow down password guessing.
 *
 * @param upkeep the tasks that must run periodically while the host runs, on one node or on every
 *     node
 */
public record HealthConnect(
    AccountUseCases accounts,
    RecoveryUseCases recovery,
    ChangePreferences changePreferences,
    AdministrationUseCases administration,
    AuditUseCases audit,
    DoctorUseCases doctors,
    EvidenceUseCases evidence,
    PatientUseCases patients,
    AppointmentUseCases appointments,
    CalendarUseCases calendar,
    MessageUseCases messages,
    NoticeUseCases notices,
    MediaUseCases media,
    CallUseCases calls,
    WaitingUseCases waiting,
    ErasureUseCases erasure,
    ExportUseCases export,
    ContactPolicy contacts,
    List<UpkeepTask> upkeep) {

  /**
   * What a host can configure.
   *
   * @param sessionLife the longest time that a session lasts
   * @param calls how long a call rings and waits for a lost side, and how many candidates it
   *     accepts
   * @param guessing how password guessing is slowed down
   * @param uploads how many images a person may upload
   * @param appointments how many open appointments a person may have, and how often one may change
   * @param newDoctors whether doctors who sign up wait for an admin ({@code PENDING}) or not
   *     ({@code NOT_REQUIRED})
   * @param retention how long entries of the audit log, and appointments, messages and records of
   *     calls of erased accounts, are kept
   */
  public record Options(
      Duration sessionLife,
      CallRules calls,
      PasswordGuessing guessing,
      UploadQuota uploads,
      AppointmentLimits appointments,
      Approval newDoctors,
      Duration retention) {
    public static final Options DEFAULT =
        new Options(
            Duration.ofDays(7),
            CallRules.DEFAULT,
            PasswordGuessing.DEFAULT,
            UploadQuota.DEFAULT,
            AppointmentLimits.DEFAULT,
            Approval.NOT_REQUIRED,
            Duration.ofDays(3652));
  }

  public static HealthConnect create(Ports ports, Options options) {
    Ports.Stores stores = ports.stores();
    IdGenerator ids = ports.environment().ids();
    Clock clock = Clock.tick(ports.environment().clock(), Duration.ofMillis(1));
    ContactPolicy policy =
        new ContactPolicy(stores.accounts(), stores.appointments(), stores.doctors());
    AccountUseCases.Ports accountPorts =
        new AccountUseCases.Ports(
            stores.accounts(),
            stores.sessions(),
            stores.doctors(),
            stores.patients(),
            stores.accountMails(),
            ports.security());
    AuditTrail trail = new AuditTrail(stores.audit(), clock);
    MediaPorts mediaPorts =
        new MediaPorts(stores.media(), ports.images().store(), ports.images().cleaner());
    ImageUploads uploads = new ImageUploads(mediaPorts, options.uploads(), ids, clock);
    AppointmentUseCases appointments =
        AppointmentUseCases.create(
            new AppointmentUseCases.Ports(
                stores.doctors(),
                stores.appointments(),
                stores.holds(),
                stores.lateness(),
                stores.attendances(),
                stores.calls(),
                policy,
                trail),
            options.appointments(),
            ids,
            clock);
    CallUseCases calls =
        CallUseCases.create(
            new CallUseCases.Ports(
                stores.calls(), ports.presence(), stores.appointments(), stores.attendances()),
            policy,
            options.calls(),
            clock,
            ids);
    WaitingUseCases waiting =
        WaitingUseCases.create(
            new WaitingUseCases.Ports(
                stores.attendances(), stores.appointments(), stores.accounts(), ports.presence()),
            clock);
    MediaUseCases media =
        MediaUseCases.create(mediaPorts, stores.accounts(), uploads, trail, clock);
    AccountUseCases accounts =
        AccountUseCases.create(
            accountPorts,
            trail,
            ids,
            clock,
            new AccountUseCases.Rules(
                options.sessionLife(), options.guessing(), options.newDoctors()));
    ErasureUseCases erasure =
        ErasureUseCases.create(
            new ErasureUseCases.Ports(
                stores.administration(),
                stores.appointments(),
                stores.messages(),
                stores.calls(),
                calls.leaveCall(),
                media.removeImages(),
                trail),
            accounts.confirmPassword(),
            options.retention(),
            clock);
    DoctorUseCases doctors =
        DoctorUseCases.create(
            stores.doctors(), stores.accounts(), stores.appointments(), stores.holds(), clock);
    NoticeUseCases notices =
        NoticeUseCases.create(
            stores.notices(),
            stores.pushSubscriptions(),
            stores.accounts(),
            ports.security().unsubscribeTokens(),
            clock);
    return new HealthConnect(
        accounts,
        RecoveryUseCases.create(
            new RecoveryUseCases.Ports(stores.accounts(), stores.emails(), stores.accountMails()),
            accounts.confirmPassword(),
            trail,
            clock),
        AccountUseCases.changePreferences(stores.preferences()),
        AdministrationUseCases.create(
            new AdministrationUseCases.Ports(
                stores.administration(),
                stores.accounts(),
                stores.doctors(),
                stores.evidence(),
                trail),
            accounts.issueResetLink()),
        AuditUseCases.create(stores.audit(), trail),
        doctors,
        EvidenceUseCases.create(stores.evidence(), uploads),
        PatientUseCases.create(
            stores.patients(), stores.accounts(), stores.appointments(), policy, trail, clock),
        appointments,
        CalendarUseCases.create(
            new CalendarUseCases.Ports(
                stores.appointments(),
                stores.accounts(),
                stores.preferences(),
                stores.calendarLinks(),
                trail),
            ids,
            clock),
        MessageUseCases.create(
            stores.messages(), ports.presence(), stores.accounts(), policy, uploads, ids, clock),
        notices,
        media,
        calls,
        waiting,
        erasure,
        ExportUseCases.create(stores.snapshots(), ports.images().store(), trail),
        policy,
        Upkeep.tasks(
            appointments,
            calls,
            waiting.check(),
            media,
            notices.sendReminders(),
            doctors.updateNextFree(),
            accounts.sessions().recordSeen(),
            erasure,
            new Upkeep.Stores(
                stores.accounts(),
                stores.emails(),
                stores.accountMails(),
                stores.sessions(),
                stores.appointments(),
                stores.holds(),
                stores.audit(),
                stores.outbox(),
                stores.pushOutbox(),
                options.retention()),
            clock));
  }
}

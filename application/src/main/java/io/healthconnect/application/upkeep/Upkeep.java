package io.healthconnect.application.upkeep;

import io.healthconnect.application.account.RecordSeenSessions;
import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.application.doctor.UpdateNextFree;
import io.healthconnect.application.erasure.ErasureUseCases;
import io.healthconnect.application.media.MediaUseCases;
import io.healthconnect.application.notice.SendReminders;
import io.healthconnect.application.waiting.CheckWaiting;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Lists everything that a host must run periodically. */
public final class Upkeep {
  private static final Duration SELDOM = Duration.ofMinutes(10);

  /** Of one run, which other writers wait for. */
  private static final int MOST_AUDIT_ENTRIES = 10_000;

  /** Mails and pushes that failed, and, where nobody sends them, those that wait. */
  private static final Duration MAIL_IS_KEPT = Duration.ofDays(7);

  private Upkeep() {}

  public static List<UpkeepTask> tasks(
      AppointmentUseCases appointments,
      CallUseCases calls,
      CheckWaiting checkWaiting,
      MediaUseCases media,
      SendReminders sendReminders,
      UpdateNextFree updateNextFree,
      RecordSeenSessions recordSeen,
      ErasureUseCases erasure,
      Stores stores,
      Clock clock) {
    return List.of(
        UpkeepTask.ofStore(
            "end_expired_calls", Duration.ofMillis(500), calls.expireCalls()::expireCalls),
        UpkeepTask.ofStore(
            "reap_lost_devices", Duration.ofSeconds(1), calls.reapLostDevices()::reapLostDevices),
        UpkeepTask.ofStore("check_waiting", Duration.ofSeconds(2), checkWaiting::checkWaiting),
        UpkeepTask.ofStore(
            "decline_unconfirmed_appointments",
            Duration.ofSeconds(30),
            appointments.declineUnconfirmed()::declineUnconfirmed),
        UpkeepTask.ofStore("send_reminders", Duration.ofSeconds(15), sendReminders::sendReminders),
        UpkeepTask.ofStore(
            "update_next_free", Duration.ofSeconds(2), updateNextFree::updateNextFree),
        new UpkeepTask(
            "record_seen_sessions", Duration.ofMinutes(1), recordSeen::recordSeenSessions),
        UpkeepTask.ofStore(
            "purge_sessions", SELDOM, () -> stores.sessions().purgeExpired(clock.instant())),
        UpkeepTask.ofStore(
            "purge_reset_tokens",
            SELDOM,
            () -> stores.accounts().purgeResetTokens(clock.instant())),
        UpkeepTask.ofStore(
            "purge_email_tokens", SELDOM, () -> stores.emails().purgeTokens(clock.instant())),
        UpkeepTask.ofStore(
            "purge_account_mails", SELDOM, () -> stores.accountMails().purge(clock.instant())),
        UpkeepTask.ofStore(
            "purge_idempotency_keys",
            SELDOM,
            () -> stores.appointments().purgeKeys(clock.instant())),
        UpkeepTask.ofStore("purge_holds", SELDOM, () -> stores.holds().purge(clock.instant())),
        UpkeepTask.ofStore(
            "purge_audit",
            SELDOM,
            () ->
                stores
                    .audit()
                    .purge(clock.instant().minus(stores.auditRetention()), MOST_AUDIT_ENTRIES)),
        UpkeepTask.ofStore(
            "purge_outbox",
            SELDOM,
            () -> stores.outbox().purge(clock.instant().minus(MAIL_IS_KEPT))),
        UpkeepTask.ofStore(
            "purge_push_outbox",
            SELDOM,
            () -> stores.pushOutbox().purge(clock.instant().minus(MAIL_IS_KEPT))),
        UpkeepTask.ofStore(
            "finish_erasures", Duration.ofSeconds(30), erasure.finish()::finishErasures),
        UpkeepTask.ofStore("end_retention", SELDOM, erasure.endRetention()::endRetention),
        UpkeepTask.ofStore("sweep_images", SELDOM, media.sweep()::sweepImages));
  }

  /** The repositories whose content expires. */
  public record Stores(
      AccountRepository accounts,
      EmailRepository emails,
      AccountMailQueue accountMails,
      SessionRepository sessions,
      AppointmentRepository appointments,
      HoldRepository holds,
      AuditLog audit,
      Outbox outbox,
      Outbox pushOutbox,
      Duration auditRetention) {}
}

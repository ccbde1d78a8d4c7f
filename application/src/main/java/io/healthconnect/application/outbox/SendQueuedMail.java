package io.healthconnect.application.outbox;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import io.healthconnect.domain.outbox.Mailer;
import io.healthconnect.domain.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends the mails that are due, one after the other, until none is due, the mail server is away, or
 * {@link #BATCH} were looked at. A mail that could not be sent is tried again after a pause, which
 * is longer each time; after {@link #MOST_TRIES}, or when the server refuses it for good, it has
 * failed. Must run every few seconds, on a thread that may wait for a mail server; any number of
 * nodes may do so at once.
 */
public interface SendQueuedMail {
  /** With the pauses between them, a mail is tried for about a day. */
  int MOST_TRIES = 20;

  /**
   * How many mails one call sends at most, so that its caller can send more urgent ones between.
   */
  int BATCH = 25;

  /** How long other nodes leave a mail alone. */
  Duration LEASE = Duration.ofSeconds(2 * Mailer.LONGEST_SECONDS);

  /**
   * @return how many mails were sent
   */
  int sendQueuedMail();

  /**
   * What it reads, all of one store, and the tokens by which readers stop mails: the same as those
   * of the use cases.
   */
  record Ports(
      Outbox outbox,
      AccountRepository accounts,
      PreferenceRepository preferences,
      AppointmentRepository appointments,
      NoticeRepository notices,
      UnsubscribeTokens tokens) {}

  static SendQueuedMail create(Ports ports, Mailer mailer, Clock clock) {
    return new SendQueuedMailHandler(ports, mailer, clock);
  }
}

package io.healthconnect.application.outbox;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.AccountMailer;
import io.healthconnect.domain.outbox.Mailer;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends the mails about access to accounts that are due, as {@link SendQueuedMail} sends notices.
 * Each try makes a new secret, stores its hash, and hands the secret to the mailer, so that no
 * secret waits anywhere. Must run every few seconds, on a thread that may wait for a mail server;
 * any number of nodes may do so at once.
 */
public interface SendAccountMail {
  /** How long other nodes leave a mail alone. */
  Duration LEASE = Duration.ofSeconds(2 * Mailer.LONGEST_SECONDS);

  /**
   * @return how many mails were sent
   */
  int sendAccountMail();

  /** What it reads and writes, all of one store. */
  record Ports(
      AccountMailQueue mails,
      AccountRepository accounts,
      EmailRepository emails,
      PreferenceRepository preferences,
      AuditLog audit) {}

  static SendAccountMail create(Ports ports, AccountMailer mailer, IdGenerator ids, Clock clock) {
    return new SendAccountMailHandler(ports, mailer, ids, clock);
  }
}

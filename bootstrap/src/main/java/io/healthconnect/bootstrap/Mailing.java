package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.application.outbox.SendAccountMail;
import io.healthconnect.application.outbox.SendQueuedMail;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.bootstrap.settings.MailSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.notify.mail.SmtpMailer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends the mails of the outbox. Without a mail server, nothing is added to it, and what waits from
 * before is removed.
 */
final class Mailing implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(5);

  /** How often mails about access to accounts get ahead of the notices of one run. */
  private static final int ROUNDS = 20;

  private final Outbox outbox;
  private final AccountMailQueue accountMails;
  private final Clock clock;
  private final Optional<SmtpMailer> mailer;
  private final UpkeepTask task;
  private volatile boolean closing;
  private final ReentrantLock sending = new ReentrantLock();
  private final OutcomeCounts<Delivery> deliveries = new OutcomeCounts<>(Delivery.class);

  Mailing(
      Settings settings,
      Ports.Stores stores,
      UnsubscribeTokens tokens,
      IdGenerator ids,
      Clock clock) {
    outbox = stores.outbox();
    accountMails = stores.accountMails();
    this.clock = clock;
    mailer = mailer(settings, clock);
    task =
        mailer
            .map(smtp -> sending(smtp, stores, tokens, ids))
            .orElseGet(() -> new UpkeepTask("clear_outbox", Duration.ofMinutes(10), this::clear));
  }

  private void clear() {
    outbox.purge(clock.instant());
    accountMails.purge(clock.instant().plus(Duration.ofDays(2)));
  }

  /** Whether there is a mail server. */
  static boolean isSet(Settings settings) {
    return settings.get(MailSettings.SMTP_URL).isPresent();
  }

  private static Optional<SmtpMailer> mailer(Settings settings, Clock clock) {
    return settings
        .get(MailSettings.SMTP_URL)
        .map(
            server ->
                new SmtpMailer(
                    server,
                    settings.get(MailSettings.MAIL_FROM).orElseThrow(),
                    settings.get(ServerSettings.PUBLIC_URL).orElseThrow(),
                    clock));
  }

  private UpkeepTask sending(
      SmtpMailer smtp, Ports.Stores stores, UnsubscribeTokens tokens, IdGenerator ids) {
    SendQueuedMail send =
        SendQueuedMail.create(
            new SendQueuedMail.Ports(
                stores.outbox(),
                stores.accounts(),
                stores.preferences(),
                stores.appointments(),
                stores.notices(),
                tokens),
            mail -> deliveries.count(smtp.send(mail)),
            clock);
    SendAccountMail sendAccountMail =
        SendAccountMail.create(
            new SendAccountMail.Ports(
                stores.accountMails(),
                stores.accounts(),
                stores.emails(),
                stores.preferences(),
                stores.audit()),
            letter -> deliveries.count(smtp.send(letter)),
            ids,
            clock);
    return new UpkeepTask("send_mail", Duration.ofSeconds(2), () -> run(sendAccountMail, send));
  }

  /** People wait for what they have just asked for, so that goes first. */
  private void run(SendAccountMail sendAccountMail, SendQueuedMail send) {
    sending.lock();
    try {
      int round = 0;
      do {
        sendAccountMail.sendAccountMail();
      } while (send.sendQueuedMail() > 0 && ++round < ROUNDS && !closing);
    } finally {
      sending.unlock();
    }
  }

  /** To be run regularly, on a thread that may wait for a mail server. */
  UpkeepTask task() {
    return task;
  }

  /** Offers the figures of mails to operators. */
  void meter(PrometheusRegistry registry) {
    OutboxMetrics.MAIL.register(registry, this::state, deliveries, clock);
  }

  /** What waits, on all servers. */
  OutboxState state() {
    return outbox.state().and(accountMails.state());
  }

  /** Lets the mail that is being sent end, for a moment: cut off, it would be sent again. */
  @Override
  public void close() {
    closing = true;
    boolean ended = awaitEnd();
    mailer.ifPresent(SmtpMailer::close);
    if (ended) {
      sending.unlock();
    }
  }

  private boolean awaitEnd() {
    try {
      return sending.tryLock(END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

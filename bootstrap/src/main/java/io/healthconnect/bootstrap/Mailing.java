package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.application.outbox.SendQueuedMail;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.bootstrap.settings.MailSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.Mailer;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.notify.mail.SmtpMailer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends the mails of the outbox. Without a mail server, nothing is added to it, and what waits from
 * before is removed.
 */
final class Mailing implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Clock clock;
  private final Optional<SmtpMailer> mailer;
  private final UpkeepTask task;
  private final ReentrantLock sending = new ReentrantLock();
  private final Map<Delivery, LongAdder> deliveries = new EnumMap<>(Delivery.class);

  Mailing(Settings settings, Ports.Stores stores, UnsubscribeTokens tokens, Clock clock) {
    outbox = stores.outbox();
    this.clock = clock;
    mailer = mailer(settings, clock);
    for (Delivery delivery : Delivery.values()) {
      deliveries.put(delivery, new LongAdder());
    }
    task =
        mailer
            .map(smtp -> sending(counted(smtp), stores, tokens))
            .orElseGet(
                () ->
                    new UpkeepTask(
                        "clear_outbox",
                        Duration.ofMinutes(10),
                        () -> outbox.purge(clock.instant())));
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

  private UpkeepTask sending(Mailer smtp, Ports.Stores stores, UnsubscribeTokens tokens) {
    SendQueuedMail send =
        SendQueuedMail.create(
            new SendQueuedMail.Ports(
                stores.outbox(),
                stores.accounts(),
                stores.preferences(),
                stores.appointments(),
                stores.notices(),
                tokens),
            smtp,
            clock);
    return new UpkeepTask("send_mail", Duration.ofSeconds(2), () -> run(send));
  }

  private void run(SendQueuedMail send) {
    sending.lock();
    try {
      send.sendQueuedMail();
    } finally {
      sending.unlock();
    }
  }

  private Mailer counted(Mailer smtp) {
    return mail -> {
      Delivery delivery = smtp.send(mail);
      count(delivery).increment();
      return delivery;
    };
  }

  private LongAdder count(Delivery delivery) {
    return Optional.ofNullable(deliveries.get(delivery)).orElseThrow();
  }

  /** To be run regularly, on a thread that may wait for a mail server. */
  UpkeepTask task() {
    return task;
  }

  /** How many mails this server has tried to send, with this outcome. */
  long deliveries(Delivery delivery) {
    return count(delivery).sum();
  }

  Instant now() {
    return clock.instant();
  }

  /** What waits, on all servers. */
  OutboxState state() {
    return outbox.state();
  }

  /** Lets the mail that is being sent end, for a moment: cut off, it would be sent again. */
  @Override
  public void close() {
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

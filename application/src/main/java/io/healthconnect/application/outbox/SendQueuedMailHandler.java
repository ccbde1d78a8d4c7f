package io.healthconnect.application.outbox;

import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.Mailer;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.domain.outbox.OutboxEntry;
import java.time.Clock;
import java.util.Optional;

final class SendQueuedMailHandler implements SendQueuedMail {
  private final Ports ports;
  private final NoticeMails mails;
  private final Mailer mailer;
  private final Clock clock;

  SendQueuedMailHandler(Ports ports, Mailer mailer, Clock clock) {
    this.ports = ports;
    this.mails = new NoticeMails(ports);
    this.mailer = mailer;
    this.clock = clock;
  }

  @Override
  public int sendQueuedMail() {
    int sent = 0;
    for (int taken = 0; taken < BATCH; taken++) {
      Optional<OutboxEntry> due = ports.outbox().take(clock.instant(), clock.instant().plus(LEASE));
      if (due.isEmpty()) {
        break;
      }
      Optional<Delivery> delivery = deliver(due.get());
      sent += delivery.equals(Optional.of(Delivery.SENT)) ? 1 : 0;
      if (delivery.equals(Optional.of(Delivery.UNREACHABLE)) || Thread.interrupted()) {
        break;
      }
    }
    return sent;
  }

  /** Empty if nobody wants the mail any more, or all its tries are used up. */
  private Optional<Delivery> deliver(OutboxEntry entry) {
    if (entry.tries() > MOST_TRIES) {
      ports.outbox().fail(entry, clock.instant());
      return Optional.empty();
    }
    Optional<NoticeMail> mail = mails.of(entry, clock.instant());
    if (mail.isEmpty()) {
      ports.outbox().remove(entry);
      return Optional.empty();
    }
    Delivery delivery = mailer.send(mail.get());
    Interruptions.hold(() -> end(entry, delivery));
    return Optional.of(delivery);
  }

  private void end(OutboxEntry entry, Delivery delivery) {
    switch (delivery) {
      case SENT -> ports.outbox().remove(entry);
      case REFUSED -> ports.outbox().fail(entry, clock.instant());
      case DEFERRED, UNREACHABLE -> later(entry);
    }
  }

  private void later(OutboxEntry entry) {
    if (entry.tries() == MOST_TRIES) {
      ports.outbox().fail(entry, clock.instant());
    } else {
      ports.outbox().postpone(entry, clock.instant().plus(Pauses.after(entry.tries())));
    }
  }
}

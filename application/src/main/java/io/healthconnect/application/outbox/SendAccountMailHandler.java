package io.healthconnect.application.outbox;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountMailer;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SendAccountMailHandler implements SendAccountMail {
  /** The rest waits for the next run. */
  private static final int BATCH = 100;

  private final Ports ports;
  private final AccountLetters letters;
  private final AccountMailer mailer;
  private final Clock clock;

  SendAccountMailHandler(Ports ports, AccountMailer mailer, IdGenerator ids, Clock clock) {
    this.ports = ports;
    this.letters = new AccountLetters(ports, ids);
    this.mailer = mailer;
    this.clock = Clock.tick(clock, Duration.ofMillis(1));
  }

  @Override
  public int sendAccountMail() {
    int sent = 0;
    for (int taken = 0; taken < BATCH; taken++) {
      Instant now = clock.instant();
      Optional<QueuedAccountMail> due = ports.mails().take(now, now.plus(LEASE));
      if (due.isEmpty()) {
        break;
      }
      Optional<Delivery> delivery = deliver(due.get(), now);
      sent += delivery.equals(Optional.of(Delivery.SENT)) ? 1 : 0;
      if (delivery.equals(Optional.of(Delivery.UNREACHABLE)) || Thread.interrupted()) {
        break;
      }
    }
    return sent;
  }

  /** Empty if nobody has the address, or nobody wants the mail any more. */
  private Optional<Delivery> deliver(QueuedAccountMail taken, Instant now) {
    Optional<AccountLetters.Prepared> prepared = letters.of(taken.mail(), now);
    if (prepared.isEmpty()) {
      ports.mails().end(taken);
      return Optional.empty();
    }
    Delivery delivery = mailer.send(prepared.get().letter());
    Interruptions.hold(() -> end(taken, prepared.get(), delivery));
    return Optional.of(delivery);
  }

  private void end(QueuedAccountMail taken, AccountLetters.Prepared prepared, Delivery delivery) {
    switch (delivery) {
      case SENT -> {
        // First: if it fails, the mail is sent again, and that is told.
        logSent(prepared);
        ports.mails().end(taken);
      }
      case REFUSED -> ports.mails().end(taken);
      case DEFERRED, UNREACHABLE ->
          ports.mails().postpone(taken, clock.instant().plus(Pauses.after(taken.tries())));
    }
  }

  private void logSent(AccountLetters.Prepared sent) {
    sent.action()
        .map(action -> AuditEvent.of(action, clock.instant()).about(sent.account()))
        .ifPresent(event -> ports.audit().append(List.of(event)));
  }
}

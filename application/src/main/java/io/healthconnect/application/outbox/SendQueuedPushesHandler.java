package io.healthconnect.application.outbox;

import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.push.NoticePush;
import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import io.healthconnect.domain.push.Pusher;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

final class SendQueuedPushesHandler implements SendQueuedPushes {
  /** The rest waits for the next run. */
  private static final int BATCH = 500;

  private final Ports ports;
  private final NoticePushes pushes;
  private final Pusher pusher;
  private final Clock clock;

  SendQueuedPushesHandler(Ports ports, Pusher pusher, Clock clock) {
    this.ports = ports;
    this.pushes = new NoticePushes(ports);
    this.pusher = pusher;
    this.clock = clock;
  }

  @Override
  public int sendQueuedPushes() {
    int sent = 0;
    for (int taken = 0; taken < BATCH && !Thread.currentThread().isInterrupted(); taken++) {
      Optional<OutboxEntry> due = ports.outbox().take(clock.instant(), clock.instant().plus(LEASE));
      if (due.isEmpty()) {
        break;
      }
      sent += deliver(due.get()) ? 1 : 0;
    }
    return sent;
  }

  private boolean deliver(OutboxEntry entry) {
    if (entry.tries() > MOST_TRIES) {
      ports.outbox().fail(entry, clock.instant());
      return false;
    }
    Optional<NoticePush> push = pushes.of(entry, clock.instant());
    if (push.isEmpty()) {
      ports.outbox().remove(entry);
      return false;
    }
    PushDelivery delivery = pusher.push(push.get());
    Interruptions.hold(() -> end(entry, push.get(), delivery));
    return delivery.outcome() == Outcome.SENT;
  }

  private void end(OutboxEntry entry, NoticePush push, PushDelivery delivery) {
    switch (delivery.outcome()) {
      case SENT -> ports.outbox().remove(entry);
      case GONE -> {
        ports.subscriptions().remove(push.to().id());
        ports.outbox().remove(entry);
      }
      case REFUSED -> ports.outbox().fail(entry, clock.instant());
      case DEFERRED -> later(entry, delivery.pause());
    }
  }

  private void later(OutboxEntry entry, Optional<Duration> asked) {
    if (entry.tries() == MOST_TRIES) {
      ports.outbox().fail(entry, clock.instant());
    } else {
      Duration pause = Pauses.after(entry.tries());
      Duration longer = asked.filter(wait -> wait.compareTo(pause) > 0).orElse(pause);
      Duration bounded = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
      ports.outbox().postpone(entry, clock.instant().plus(bounded));
    }
  }
}

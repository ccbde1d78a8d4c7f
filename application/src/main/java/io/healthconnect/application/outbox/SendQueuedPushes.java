package io.healthconnect.application.outbox;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.push.Pusher;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends the notices that are due for devices, one after the other, until none is due or there were
 * many. One that could not be sent is tried again after a pause, which is longer each time, and as
 * long as the push service asks for; after {@link #MOST_TRIES}, or when the service refuses it for
 * good, it has failed. A subscription that the service does not know any more is removed. Must run
 * every few seconds, on a thread that may wait for a push service; any number of threads and nodes
 * may do so at once.
 */
public interface SendQueuedPushes {
  /** With the pauses between them, a notice is tried for some hours; then it is old. */
  int MOST_TRIES = 12;

  /** How long other senders leave a notice alone. */
  Duration LEASE = Duration.ofSeconds(4 * Pusher.LONGEST_SECONDS);

  /** How long a service can ask to be left alone. */
  Duration LONGEST_WAIT = Duration.ofHours(6);

  /**
   * @return how many notices were sent
   */
  int sendQueuedPushes();

  /**
   * What it reads, all of one store.
   *
   * @param outbox that of Web Push
   */
  record Ports(
      Outbox outbox,
      PushSubscriptionRepository subscriptions,
      SessionRepository sessions,
      AccountRepository accounts,
      PreferenceRepository preferences,
      AppointmentRepository appointments,
      NoticeRepository notices) {}

  static SendQueuedPushes create(Ports ports, Pusher pusher, Clock clock) {
    return new SendQueuedPushesHandler(ports, pusher, clock);
  }
}

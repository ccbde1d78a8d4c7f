package io.healthconnect.signaling.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.healthconnect.application.account.HeldSession;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.session.ClientSocket;
import java.time.Duration;

/**
 * Creates the clients of connected sockets. Those of one account share one limit on the rate of
 * events.
 */
final class ClientFactory {
  private final int eventsPerSecond;
  private final Timers timers;
  private final TimeMeter time;

  /** A bucket lives as long as any socket of its account. */
  private final Cache<AccountId, Bucket> rates = Caffeine.newBuilder().weakValues().build();

  ClientFactory(int eventsPerSecond, Timers timers) {
    this.eventsPerSecond = eventsPerSecond;
    this.timers = timers;
    this.time = new TimersMeter(timers);
  }

  ConnectedClient create(ClientSocket socket, HeldSession session) {
    AccountId account = new AccountId(socket.accountId());
    return new ConnectedClient(
        account,
        socket,
        session,
        new RefusedEventLog(socket, timers),
        rates.get(account, id -> bucket()));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(eventsPerSecond)
                    .refillGreedy(eventsPerSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}

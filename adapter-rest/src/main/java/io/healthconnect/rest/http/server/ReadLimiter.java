package io.healthconnect.rest.http.server;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits concurrent expensive reads, for each client and in total. Further reads wait in the order
 * of their arrival; how many wait, and for how long, is bounded.
 */
final class ReadLimiter {
  /** How long a read of the server waits for its turn. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int WAITING_FOR_EACH = 32;
  private static final int MOST_WAITING = 256;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Map<String, ClientReads> clients = new ConcurrentHashMap<>();
  private final int perClient;
  private final Duration patience;
  private final Semaphore all;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  /** The reads of one client: {@code present} of them run or wait. */
  private record ClientReads(Semaphore turns, int present) {}

  /**
   * @param perClient reads of one client at once
   * @param all reads of all clients at once
   * @param patience how long a read waits for each of its two turns
   */
  ReadLimiter(int perClient, int all, Duration patience) {
    this.perClient = perClient;
    this.patience = patience;
    this.all = new Semaphore(Math.max(all, perClient), true);
  }

  /**
   * Does the work of one read in the client's turn.
   *
   * @throws ProblemException 429 when too many reads of the client wait, 503 when too many of all
   *     do or the turn does not come in time; both with {@code Retry-After}
   */
  <T> T run(String client, Supplier<T> work) {
    ClientReads reads = clients.compute(client, (key, old) -> joined(old));
    try {
      if (reads.present() > perClient * (1 + WAITING_FOR_EACH)) {
        throw new ProblemException(Problem.retryAfter(ErrorCode.RATE_LIMITED, RETRY));
      }
      return inTurn(reads.turns(), () -> inTurn(all, work));
    } finally {
      clients.compute(client, (key, old) -> left(old));
    }
  }

  /** How many reads of the client run or wait. */
  int present(String client) {
    ClientReads reads = clients.get(client);
    return reads == null ? 0 : reads.present();
  }

  /** How many clients have reads that run or wait. */
  int clientCount() {
    return clients.size();
  }

  private <T> T inTurn(Semaphore turns, Supplier<T> work) {
    if (!acquire(turns)) {
      throw new ProblemException(Problem.retryAfter(ErrorCode.OVERLOADED, RETRY));
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** Acquires a permit, after those who already wait; false if that takes too long. */
  private boolean acquire(Semaphore turns) {
    try {
      return turns.tryAcquire(0, TimeUnit.MILLISECONDS) || acquireAfterWaiting(turns);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean acquireAfterWaiting(Semaphore turns) throws InterruptedException {
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      waiting.release();
    }
  }

  private ClientReads joined(@Nullable ClientReads old) {
    return old == null
        ? new ClientReads(new Semaphore(perClient, true), 1)
        : new ClientReads(old.turns(), old.present() + 1);
  }

  private static @Nullable ClientReads left(@Nullable ClientReads old) {
    return old == null || old.present() == 1
        ? null
        : new ClientReads(old.turns(), old.present() - 1);
  }
}

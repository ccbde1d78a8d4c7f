package io.healthconnect.rest.media;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits the memory of images that are being sent. Each is in memory until its client has taken it,
 * so without a limit clients that read slowly fill the memory from a few addresses. One client may
 * hold an eighth, and in any case one image. Whoever finds no room waits for it a moment.
 */
final class HeldImages {
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int SHARES = 8;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final long most;
  private final Duration patience;

  // Guards everything below.
  private final Lock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Map<String, Long> clients = new HashMap<>();
  private long held;

  /**
   * @param most bytes of all clients
   */
  HeldImages(long most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  /**
   * Waits until there is room for an image, and takes it.
   *
   * @param client a person or a network
   * @throws ProblemException 503 if there is no room in time
   */
  Held take(String client, long bytes) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!fits(client, bytes)) {
        if (left <= 0) {
          throw full();
        }
        left = freed.awaitNanos(left);
      }
      add(client, bytes);
      return new Held(client, bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw full();
    } finally {
      lock.unlock();
    }
  }

  private boolean fits(String client, long bytes) {
    long own = clients.getOrDefault(client, 0L);
    return (own == 0 || own + bytes <= most / SHARES) && (held == 0 || held + bytes <= most);
  }

  private void add(String client, long bytes) {
    held += bytes;
    clients.merge(client, bytes, Long::sum);
    clients.remove(client, 0L);
  }

  private static ProblemException full() {
    return new ProblemException(Problem.retryAfter(ErrorCode.OVERLOADED, RETRY));
  }

  /** One image. */
  final class Held {
    private final String client;
    private long bytes;

    private Held(String client, long bytes) {
      this.client = client;
      this.bytes = bytes;
    }

    /** Corrects the size, once it is known; 0 when the image is sent. */
    void resize(long actual) {
      lock.lock();
      try {
        add(client, actual - bytes);
        bytes = actual;
        freed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}

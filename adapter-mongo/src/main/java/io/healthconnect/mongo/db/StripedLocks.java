package io.healthconnect.mongo.db;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Fair locks, one for each stripe of keys, for the threads of this process that would conflict in
 * the database: waiting here is cheaper than repeating a transaction. Correctness does not depend
 * on it, because other processes do not take part.
 */
final class StripedLocks {
  private static final int STRIPES = 256;

  private final Stripe[] locks = Stream.generate(Stripe::new).limit(STRIPES).toArray(Stripe[]::new);

  /**
   * Does the work once all earlier work for the same key is done. Several keys may share a lock.
   *
   * @param work receives the time of the last progress: the later of its own start to wait, and the
   *     end of the work before it. So in a queue that advances everybody has the full deadline, and
   *     in one that is stuck the deadlines do not add up
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  <T> T run(String key, LongFunction<T> work) throws InterruptedException {
    return locks[Math.floorMod(key.hashCode(), STRIPES)].run(work);
  }

  private static final class Stripe {
    private final ReentrantLock lock = new ReentrantLock(true);
    private long lastDone = System.nanoTime();

    private <T> T run(LongFunction<T> work) throws InterruptedException {
      long begun = System.nanoTime();
      lock.lockInterruptibly();
      try {
        T done = work.apply(lastDone - begun > 0 ? lastDone : begun);
        lastDone = System.nanoTime();
        return done;
      } finally {
        lock.unlock();
      }
    }
  }
}

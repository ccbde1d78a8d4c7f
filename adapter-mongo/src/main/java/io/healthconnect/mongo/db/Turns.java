package io.healthconnect.mongo.db;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Orders the threads of this process that would conflict in the database, which saves them
 * repetitions. Correctness does not depend on it: other processes do not take part.
 */
final class Turns {
  private static final int STRIPES = 256;

  private final Turn[] turns = Stream.generate(Turn::new).limit(STRIPES).toArray(Turn[]::new);

  /**
   * Does the work when all that came earlier for the same key are done. Other keys may share the
   * turn.
   *
   * @param work is told since when nothing has been done for the key, of which its own wait is a
   *     part: in a long queue that moves each has its full time, and in one that stands still
   *     nobody waits again for what the first has waited for in vain
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  <T> T await(String key, LongFunction<T> work) throws InterruptedException {
    return turns[Math.floorMod(key.hashCode(), STRIPES)].await(work);
  }

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private long lastDone = System.nanoTime();

    private <T> T await(LongFunction<T> work) throws InterruptedException {
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

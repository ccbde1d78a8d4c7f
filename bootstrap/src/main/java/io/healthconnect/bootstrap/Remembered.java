package io.healthconnect.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An answer of the store that is asked for again only once it is old. Whoever asks while the store
 * is being asked gets the same answer.
 */
final class Remembered<T> implements Supplier<T> {
  private record Answer<T>(T value, long at) {}

  private final Supplier<T> source;
  private final long life;
  private final LongSupplier nanoTime;

  /** Not a monitor: virtual threads that wait for one would hold up all others. */
  private final Lock turn = new ReentrantLock();

  private Optional<Answer<T>> last = Optional.empty();

  /**
   * @param life for how long an answer is good enough
   */
  Remembered(Supplier<T> source, Duration life, LongSupplier nanoTime) {
    this.source = source;
    this.life = life.toNanos();
    this.nanoTime = nanoTime;
  }

  @Override
  public T get() {
    turn.lock();
    try {
      Answer<T> answer =
          last.filter(known -> nanoTime.getAsLong() - known.at() < life).orElseGet(this::ask);
      last = Optional.of(answer);
      return answer.value();
    } finally {
      turn.unlock();
    }
  }

  private Answer<T> ask() {
    T value = source.get();
    return new Answer<>(value, nanoTime.getAsLong());
  }
}

package io.healthconnect.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An attempt against the step that ends what allows it, over and over. Whichever came first starts
 * a little later the next time, so that each comes first about as often as the other, on a machine
 * of any speed.
 */
public final class EvenRace implements AutoCloseable {
  private static final long STEP_NANOS = 50_000;

  private final ExecutorService attempts = Executors.newSingleThreadExecutor();
  private final CyclicBarrier start = new CyclicBarrier(2);

  /** How much later the attempt starts; negative if it starts earlier. */
  private final AtomicLong handicapNanos = new AtomicLong();

  /**
   * Starts the attempt and runs the ending. Returns when the ending has returned; the attempt may
   * still be under way.
   *
   * @param attempt answers whether it came first
   */
  public Future<Boolean> run(Callable<Boolean> attempt, Runnable ending) throws Exception {
    long handicap = handicapNanos.get();
    Future<Boolean> attempted =
        attempts.submit(
            () -> {
              start.await();
              pause(handicap);
              boolean first = attempt.call();
              handicapNanos.addAndGet(first ? STEP_NANOS : -STEP_NANOS);
              return first;
            });
    start.await();
    pause(-handicap);
    ending.run();
    return attempted;
  }

  private static void pause(long nanos) {
    long since = System.nanoTime();
    while (System.nanoTime() - since < nanos) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    attempts.shutdownNow();
  }
}

package io.healthconnect.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An attempt against the step that ends what allows it, over and over. Whichever came first starts
 * a little later the next time, and much later if it comes first again and again, so that each
 * comes first about as often as the other, on a machine of any speed.
 */
public final class EvenRace implements AutoCloseable {
  private static final long STEP_NANOS = 50_000;
  private static final long LARGEST_STEP_NANOS = 1_000_000_000;

  private final ExecutorService attempts = Executors.newSingleThreadExecutor();
  private final CyclicBarrier start = new CyclicBarrier(2);

  /** How much later the attempt starts; negative if it starts earlier. */
  private final AtomicLong handicapNanos = new AtomicLong();

  /** Of the last race; used by one attempt after the other. */
  private boolean attemptCameFirst;

  private long stepNanos = STEP_NANOS;

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
              adapt(first);
              return first;
            });
    start.await();
    pause(-handicap);
    ending.run();
    return attempted;
  }

  private void adapt(boolean first) {
    stepNanos =
        first == attemptCameFirst ? Math.min(2 * stepNanos, LARGEST_STEP_NANOS) : STEP_NANOS;
    attemptCameFirst = first;
    handicapNanos.addAndGet(first ? stepNanos : -stepNanos);
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

package io.healthconnect.application.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * 100,000 random sequences of actions by three people with several devices, checked after every
 * step. A failure names the seed; {@code new CallSequence(seed).run()} repeats it.
 */
class CallSequencesTest {
  private static final int SEQUENCES = 100_000;
  private static final int THREADS = 2;

  @Test
  void randomSequencesNeverBreakARule() throws Exception {
    long base = Long.getLong("calls.seed", 20260302L);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<long[]>> parts = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int first = t;
      parts.add(threads.submit(() -> run(base, first)));
    }
    threads.shutdown();
    long[] sums = new long[4];
    for (Future<long[]> part : parts) {
      long[] counts = part.get();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += counts[i];
      }
    }
    System.out.printf(
        "sequences %d, calls %d, answered %d, candidates delivered %d, resumed %d%n",
        SEQUENCES, sums[0], sums[1], sums[2], sums[3]);
    for (long sum : sums) {
      if (sum < SEQUENCES / 10) {
        throw new AssertionError("the sequences do not reach enough: " + List.of(sum));
      }
    }
  }

  private static long[] run(long base, int first) {
    long[] counts = new long[4];
    for (int i = first; i < SEQUENCES; i += THREADS) {
      long seed = base + i;
      CallSequence sequence = new CallSequence(seed);
      try {
        sequence.run();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + sequence.steps(), e);
      }
      sequence.addCounts(counts);
    }
    return counts;
  }
}

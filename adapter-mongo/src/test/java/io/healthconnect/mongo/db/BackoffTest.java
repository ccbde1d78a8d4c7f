package io.healthconnect.mongo.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  /** Always returns the middle of the range. */
  private static final RandomGenerator MIDDLE =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 1L << 63;
        }
      };

  private static List<Long> pauses(RandomGenerator random, int tries) {
    Backoff backoff = new Backoff(random);
    return LongStream.range(0, tries).map(i -> backoff.nextNanos()).boxed().toList();
  }

  @Test
  void waitsLongerFromTryToTry() {
    assertEquals(List.of(0L, 10_000_000L, 15_000_000L, 22_500_000L), pauses(MIDDLE, 4));
  }

  @Test
  void neverWaitsLongerThanHalfASecond() {
    assertEquals(Backoff.MAX_NANOS / 2, pauses(MIDDLE, 1_000).get(999));
  }

  @Test
  void waitsForARandomTime() {
    assertEquals(List.of(0L, 0L, 0L), pauses(() -> 0L, 3));
  }
}

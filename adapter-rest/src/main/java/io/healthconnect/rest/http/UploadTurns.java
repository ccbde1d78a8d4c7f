package io.healthconnect.rest.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets only so many uploads be under way, so that what they hold in memory has a bound. */
final class UploadTurns {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final Semaphore all;
  private final int mostOfOne;
  private final RateLimiter rate;

  UploadTurns(ImageLimits limits, Clock clock) {
    this.all = new Semaphore(limits.atOnce());
    this.mostOfOne = limits.atOncePerUser();
    this.rate =
        new RateLimiter(clock, limits.perMinute(), limits.perMinute(), Duration.ofMinutes(1));
  }

  /**
   * Does the work of one upload, from the first byte of its body on.
   *
   * @throws ProblemException 429 when the person has begun too many, 503 when all together have;
   *     both with {@code Retry-After}
   */
  <T> T take(String user, Supplier<T> work) {
    rate.check(user);
    if (underWay.merge(user, 1, Integer::sum) > mostOfOne) {
      leave(user);
      throw new ProblemException(Problem.retryAfter(ErrorCode.RATE_LIMITED, RETRY));
    }
    try {
      if (!all.tryAcquire()) {
        throw new ProblemException(Problem.retryAfter(ErrorCode.OVERLOADED, RETRY));
      }
      try {
        return work.get();
      } finally {
        all.release();
      }
    } finally {
      leave(user);
    }
  }

  private void leave(String user) {
    underWay.computeIfPresent(user, (key, count) -> count > 1 ? count - 1 : null);
  }
}

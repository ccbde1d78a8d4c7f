package io.healthconnect.rest.http.request;

import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits concurrent uploads, so that the memory they hold is bounded. Half of the places are
 * reserved for people with no other upload in progress, so that a few people cannot take them all.
 */
final class UploadLimiter {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final Semaphore all;
  private final int mostOfOne;
  private final int forFirstOnes;
  private final RateLimiter rate;

  UploadLimiter(ImageLimits limits, Clock clock) {
    this.all = new Semaphore(limits.atOnce());
    this.mostOfOne = limits.atOncePerUser();
    this.forFirstOnes = limits.atOnce() / 2;
    this.rate = new RateLimiter(clock, limits.rate());
  }

  /**
   * Does the work of one upload, from the first byte of its body on.
   *
   * @throws ProblemException 429 if the person has too many, 503 if all people together have too
   *     many; both with {@code Retry-After}
   */
  <T> T admit(String user, Supplier<T> work) {
    rate.check(user);
    int own = underWay.merge(user, 1, Integer::sum);
    if (own > mostOfOne || (own > 1 && all.availablePermits() <= forFirstOnes)) {
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

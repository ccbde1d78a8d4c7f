package io.healthconnect.rest.http;

import java.time.Duration;

/**
 * What one connection has done since it was last found in order. Whoever looks often enough learns
 * when its request header takes too long, or its reply is read too slowly: the idle time-out alone
 * can be fed a byte at a time for hours.
 */
final class ConnectionWatch {
  /** A reply may stand still for less than this, and be slow on a small part of it. */
  static final Duration RATE_WINDOW = Duration.ofSeconds(5);

  /**
   * The connection's counters at one time.
   *
   * @param requests whose header has come
   * @param answered requests that are done with
   * @param writing whether bytes wait for the client to take them
   */
  record Counters(long requests, long answered, long bytesIn, long bytesOut, boolean writing) {
    boolean answering() {
      return requests > answered;
    }
  }

  private final long headerNanos;
  private final long bytesPerSecond;
  private long requests;
  private long bytesIn;
  private long waitingSince;
  private boolean writing;
  private long bytesOut;
  private long writingSince;

  ConnectionWatch(Duration headerDeadline, int bytesPerSecond, long now) {
    this.headerNanos = headerDeadline.toNanos();
    this.bytesPerSecond = bytesPerSecond;
    this.waitingSince = now;
  }

  /** Whether it must be closed. Looks come one after the other. */
  boolean tooSlow(Counters seen, long now) {
    return headerTooSlow(seen, now) | replyTooSlow(seen, now);
  }

  private boolean headerTooSlow(Counters seen, long now) {
    boolean newRequest = seen.requests() != requests;
    boolean quiet = seen.requests() > 0 && seen.bytesIn() == bytesIn;
    if (newRequest || seen.answering() || quiet) {
      requests = seen.requests();
      bytesIn = seen.bytesIn();
      waitingSince = now;
    }
    return now - waitingSince > headerNanos;
  }

  private boolean replyTooSlow(Counters seen, long now) {
    boolean over = writing && seen.writing() && now - writingSince >= RATE_WINDOW.toNanos();
    long taken = seen.bytesOut() - bytesOut;
    boolean slow = over && taken < bytesPerSecond * ((now - writingSince) / 1e9);
    if (over || !writing || !seen.writing()) {
      writing = seen.writing();
      bytesOut = seen.bytesOut();
      writingSince = now;
    }
    return slow;
  }
}

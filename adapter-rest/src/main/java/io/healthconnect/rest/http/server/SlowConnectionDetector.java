package io.healthconnect.rest.http.server;

import java.time.Duration;

/**
 * Tracks the progress of one connection. If checked often enough, it detects that a request header
 * takes too long or a reply is read too slowly. The idle timeout alone does not: a client can reset
 * it for hours, one byte at a time.
 */
final class SlowConnectionDetector {
  /** A reply may stall for less than this, and may be slow for a small part of it. */
  static final Duration RATE_WINDOW = Duration.ofSeconds(5);

  /**
   * The connection's counters at one time.
   *
   * @param requests how many request headers have arrived
   * @param answered how many requests are finished
   * @param writing whether bytes are waiting for the client to read them
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

  SlowConnectionDetector(Duration headerDeadline, int bytesPerSecond, long now) {
    this.headerNanos = headerDeadline.toNanos();
    this.bytesPerSecond = bytesPerSecond;
    this.waitingSince = now;
  }

  /** Whether the connection must be closed. Checks must not be concurrent. */
  boolean tooSlow(Counters seen, long now) {
    boolean header = headerTooSlow(seen, now);
    boolean reply =
        replyTooSlow(seen, now); // Both must run each time, because they record what they see.
    return header || reply;
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

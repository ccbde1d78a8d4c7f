package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.Timers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs which setting would admit clients that are refused for their host or origin, at most one
 * line per minute.
 */
final class RefusedHandshakeLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedHandshakeLog.class);
  private static final Pattern PRINTABLE = Pattern.compile("[\\w:/.\\[\\]-]{1,200}");
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final Timers timers;
  private final AtomicLong last;

  RefusedHandshakeLog(Timers timers) {
    this.timers = timers;
    this.last = new AtomicLong(timers.nanoTime() - PAUSE);
  }

  void refused(HandshakeRefusal refusal, HttpFields headers) {
    String host = headers.get(HttpHeader.HOST);
    String origin = headers.get(HttpHeader.ORIGIN);
    if (refusal == HandshakeRefusal.UNKNOWN_HOST && isDue()) {
      LOG.warn(
          "no socket at {}: if people reach this server under that name, set PUBLIC_URL to it",
          shown(host));
    } else if (refusal == HandshakeRefusal.FORBIDDEN && origin != null && isDue()) {
      LOG.warn(
          "no socket for pages of {}: if that is this server, set PUBLIC_URL to it; if it is another"
              + " site that may use this one, name it in ALLOWED_ORIGINS",
          shown(origin));
    }
  }

  private boolean isDue() {
    long now = timers.nanoTime();
    long before = last.get();
    return now - before >= PAUSE && last.compareAndSet(before, now);
  }

  /** Keeps control characters and long values of a client out of the log. */
  private static String shown(@Nullable String sent) {
    return sent != null && PRINTABLE.matcher(sent).matches()
        ? sent
        : "an address with other characters";
  }
}

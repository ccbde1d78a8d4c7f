package io.healthconnect.signaling.session;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import org.jspecify.annotations.Nullable;

/** Pings one client. Only a timely pong keeps its session alive. */
final class Heartbeat {
  private final Timers timers;
  private final SignalingLimits.Timeouts timeouts;
  private final Runnable ping;
  private final Runnable silence;
  private @Nullable Cancellation next;
  private boolean waiting;
  private boolean stopped;

  Heartbeat(Timers timers, SignalingLimits.Timeouts timeouts, Runnable ping, Runnable silence) {
    this.timers = timers;
    this.timeouts = timeouts;
    this.ping = ping;
    this.silence = silence;
  }

  synchronized void start() {
    if (!stopped) {
      waiting = false;
      next = timers.schedule(timeouts.pingInterval(), this::beat);
    }
  }

  /** A pong without a ping changes nothing. */
  synchronized void pong() {
    if (waiting) {
      cancel();
      start();
    }
  }

  synchronized void stop() {
    stopped = true;
    cancel();
  }

  private void beat() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      waiting = true;
      next = timers.schedule(timeouts.pingTimeout(), silence);
    }
    ping.run();
  }

  private void cancel() {
    if (next != null) {
      next.cancel();
    }
  }
}

package io.healthconnect.benchmarks.durability;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What supervisor and clients share: whether the server is up, whether to stop, how much was
 * acknowledged.
 */
final class Gate {
  private final AtomicLong acked = new AtomicLong();
  private boolean open;
  private boolean stopped;

  synchronized void open() {
    open = true;
    notifyAll();
  }

  synchronized void shut() {
    open = false;
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Waits while the server is down; false once the run is over. */
  synchronized boolean pass() throws InterruptedException {
    while (!open && !stopped) {
      wait();
    }
    return !stopped;
  }

  /** Waits until so much is acknowledged, the run was stopped, or the time has passed. */
  synchronized void awaitAcked(long target, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (acked.get() < target && !stopped && System.nanoTime() < end) {
      wait(20);
    }
  }

  synchronized boolean stopped() {
    return stopped;
  }

  void acknowledge() {
    acked.incrementAndGet();
  }

  long acked() {
    return acked.get();
  }
}

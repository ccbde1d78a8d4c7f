package io.healthconnect.benchmarks.workload;

import io.healthconnect.benchmarks.server.Delays;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The state that supervisor and clients share: whether clients may write, whether to stop, what was
 * acknowledged, and how long each client went without an acknowledgement after a fault.
 * Thread-safe.
 */
public final class WorkloadControl {
  private final Set<String> clients = new HashSet<>();
  private final Set<String> waiting = new HashSet<>();
  private final Delays outages = new Delays();
  private final List<String> remarks = new ArrayList<>();
  private boolean open;
  private boolean stopped;
  private long acked;
  private long unknown;
  private long faultAt;

  public synchronized void open() {
    open = true;
    notifyAll();
  }

  public synchronized void shut() {
    open = false;
  }

  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Waits while writing is paused; false once the run is over. */
  synchronized boolean pass() throws InterruptedException {
    while (!open && !stopped) {
      wait();
    }
    return !stopped;
  }

  /** Waits until so many writes are acknowledged, the run is stopped, or the time has passed. */
  public synchronized void awaitAcked(long target, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (acked < target && !stopped && System.nanoTime() < end) {
      wait(20);
    }
  }

  /** Records that a fault begins now. */
  public synchronized void fault() {
    faultAt = System.nanoTime();
    waiting.addAll(clients);
  }

  /**
   * Waits until each client has had an acknowledgement of a write that it began after the last
   * fault.
   *
   * @return false if some still had none when the time was over
   */
  public synchronized boolean awaitRecovery(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!waiting.isEmpty() && !stopped && System.nanoTime() < end) {
      wait(20);
    }
    return waiting.isEmpty();
  }

  public synchronized boolean stopped() {
    return stopped;
  }

  public synchronized long acked() {
    return acked;
  }

  public synchronized long unknown() {
    return unknown;
  }

  /**
   * The times from each fault until each client had an acknowledgement of a write that it began
   * afterwards.
   */
  public Delays outages() {
    return outages;
  }

  /** Answers that no client should have received. */
  public synchronized List<String> remarks() {
    return List.copyOf(remarks);
  }

  synchronized void join(String client) {
    clients.add(client);
  }

  synchronized void acknowledge(String client, long beganAt) {
    acked++;
    if (beganAt - faultAt >= 0 && waiting.remove(client)) {
      outages.add(System.nanoTime() - faultAt);
    }
  }

  synchronized void leaveOpen() {
    unknown++;
  }

  synchronized int remark(String line) {
    remarks.add(line);
    return remarks.size();
  }
}

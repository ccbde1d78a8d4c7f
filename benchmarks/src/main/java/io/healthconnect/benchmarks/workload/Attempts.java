package io.healthconnect.benchmarks.workload;

import io.healthconnect.benchmarks.server.Api;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Sends the writes of one client, and has every outcome on the disk before the next write. */
public final class Attempts {
  private static final int MAX_REMARKS = 200;

  /** 503, and the status for a body that arrives too slowly because the machine is overloaded. */
  private static final Set<Integer> TO_REPEAT = Set.of(408, 503);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final String client;
  private final AckLog log;
  private final WorkloadControl control;

  public Attempts(String client, AckLog log, WorkloadControl control) {
    this.client = client;
    this.log = log;
    this.control = control;
    control.join(client);
  }

  /** A request that can be resent. */
  public interface Write {
    Api.Reply send() throws IOException, InterruptedException;
  }

  /**
   * Sends it once. Without an answer, or after one that asks for a retry, the outcome is unknown.
   * Any other answer except success is a remark, because clients request only what is allowed.
   *
   * @param key names the write
   * @param detail extracts the details of a success
   */
  public Outcome once(Entry.Kind kind, String key, Write write, Function<Api.Reply, String> detail)
      throws IOException, InterruptedException {
    long beganAt = System.nanoTime();
    Outcome outcome = Outcome.UNKNOWN;
    String added = "-";
    try {
      Api.Reply reply = write.send();
      outcome = outcomeOf(reply);
      if (outcome == Outcome.OK) {
        added = detail.apply(reply);
      } else if (!TO_REPEAT.contains(reply.status())) {
        refused(kind + ": " + reply.status() + " " + reply.body());
      }
    } catch (IOException e) {
      outcome = Outcome.UNKNOWN;
    }
    log.append(new Entry(outcome, kind, key, added));
    if (outcome == Outcome.OK) {
      control.acknowledge(client, beganAt);
    } else {
      control.leaveOpen();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return outcome;
  }

  /** Resends until the request has succeeded or been refused, or the run is over. */
  public Outcome untilKnown(
      Entry.Kind kind, String key, Write write, Function<Api.Reply, String> detail)
      throws IOException, InterruptedException {
    Outcome outcome = once(kind, key, write, detail);
    while (outcome == Outcome.UNKNOWN && control.pass()) {
      outcome = once(kind, key, write, detail);
    }
    return outcome;
  }

  private void refused(String what) throws IOException {
    System.err.println(client + " " + what);
    if (control.remark(client + " " + what) > MAX_REMARKS) {
      control.stop();
      throw new IOException(client + " was refused too often");
    }
  }

  /**
   * A full store reports this after rolling back the write; after other failures the outcome is
   * unknown.
   */
  private static Outcome outcomeOf(Api.Reply reply) {
    int status = reply.status();
    if (status == 503 && reply.body().path("code").asText().equals("storage_full")) {
      return Outcome.FAILED;
    }
    if (TO_REPEAT.contains(status)) {
      return Outcome.UNKNOWN;
    }
    if (status >= 200 && status < 300) {
      return Outcome.OK;
    }
    return status >= 400 && status < 500 ? Outcome.FAILED : Outcome.UNKNOWN;
  }
}

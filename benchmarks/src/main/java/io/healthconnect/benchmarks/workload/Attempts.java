package io.healthconnect.benchmarks.workload;

import io.healthconnect.benchmarks.server.Api;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Sends what one client writes, and has every outcome on disk before the next. */
public final class Attempts {
  private static final int MAX_REMARKS = 200;

  /** 503, and what a server says to a body that an overloaded machine lets in too slowly. */
  private static final Set<Integer> TO_REPEAT = Set.of(408, 503);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final String client;
  private final AckLog log;
  private final Gate gate;

  public Attempts(String client, AckLog log, Gate gate) {
    this.client = client;
    this.log = log;
    this.gate = gate;
    gate.join(client);
  }

  /** A request that can be sent again. */
  public interface Write {
    Api.Reply send() throws IOException, InterruptedException;
  }

  /**
   * Sends it once. Without an answer, and after one that asks to repeat it, nobody knows; any other
   * answer but a yes is a remark, because the clients ask for nothing that they may not have.
   *
   * @param key names the write
   * @param detail what a yes adds
   */
  public Outcome once(Entry.Kind kind, String key, Write write, Function<Api.Reply, String> detail)
      throws IOException, InterruptedException {
    long beganAt = System.nanoTime();
    Outcome outcome = Outcome.UNKNOWN;
    String added = "-";
    try {
      Api.Reply reply = write.send();
      outcome = outcomeOf(reply.status());
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
      gate.acknowledge(client, beganAt);
    } else {
      gate.leaveOpen();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return outcome;
  }

  /** Sends the same again and again until there is a yes or a no, or the run is over. */
  public Outcome untilKnown(
      Entry.Kind kind, String key, Write write, Function<Api.Reply, String> detail)
      throws IOException, InterruptedException {
    Outcome outcome = once(kind, key, write, detail);
    while (outcome == Outcome.UNKNOWN && gate.pass()) {
      outcome = once(kind, key, write, detail);
    }
    return outcome;
  }

  private void refused(String what) throws IOException {
    System.err.println(client + " " + what);
    if (gate.remark(client + " " + what) > MAX_REMARKS) {
      gate.stop();
      throw new IOException(client + " was refused too often");
    }
  }

  private static Outcome outcomeOf(int status) {
    if (TO_REPEAT.contains(status)) {
      return Outcome.UNKNOWN;
    }
    if (status >= 200 && status < 300) {
      return Outcome.OK;
    }
    return status >= 400 && status < 500 ? Outcome.FAILED : Outcome.UNKNOWN;
  }
}

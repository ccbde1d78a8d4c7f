package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.util.Map;

/** One attack and its target. */
interface Attack {
  String id();

  /** What the attack does and what must happen, in one line. */
  String target();

  /** The server's heap, in MiB. */
  default int heapMib() {
    return 256;
  }

  /** Limits that must be raised so that the attack can reach its counts at all. */
  default Map<String, String> raised() {
    return Map.of();
  }

  /** Settings that switch off the guard against this attack; empty if no setting does. */
  default Map<String, String> withoutGuard() {
    return Map.of();
  }

  /** Whether it runs by default; long ones run only on request. */
  default boolean usual() {
    return true;
  }

  /** Runs the attack, bounded in count and time. */
  void play(Scene scene) throws IOException, InterruptedException;
}

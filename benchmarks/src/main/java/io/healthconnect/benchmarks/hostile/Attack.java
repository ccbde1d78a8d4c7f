package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.util.Map;

/** One attack and its target. */
interface Attack {
  String id();

  /** What is done and what must come of it, in one line. */
  String target();

  /** The server's heap, in MiB. */
  default int heapMib() {
    return 256;
  }

  /** Limits that must be raised for the attack's counts to be reached at all. */
  default Map<String, String> raised() {
    return Map.of();
  }

  /** Settings that switch off the guard against this attack; empty when no setting does. */
  default Map<String, String> withoutGuard() {
    return Map.of();
  }

  /** Plays it; bounded in count and time. */
  void play(Scene scene) throws IOException, InterruptedException;
}

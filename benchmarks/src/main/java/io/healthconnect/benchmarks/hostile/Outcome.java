package io.healthconnect.benchmarks.hostile;

import java.util.Locale;

/** The result of one attack, printed line by line. */
final class Outcome {
  private final String id;
  private boolean held = true;

  Outcome(String id) {
    this.id = id;
  }

  void figure(String format, Object... values) {
    System.out.println(id + "   " + String.format(Locale.ROOT, format, values));
  }

  /** Checks one part of the target. */
  void check(boolean met, String format, Object... values) {
    held &= met;
    figure((met ? "ok    " : "FAIL  ") + format, values);
  }

  /** Whether every part of the target was met. */
  boolean held() {
    return held;
  }
}

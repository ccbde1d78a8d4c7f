package io.healthconnect.benchmarks.growth;

import java.util.Locale;

/** Identifiers and other values that look random and are the same in each run. */
final class Ids {
  private Ids() {}

  static String of(String kind, long number) {
    return String.format(Locale.ROOT, "%s%015x", kind, mixed(number));
  }

  /** Not negative, and another for each number. */
  static long mixed(long number) {
    long value = (number + 1) * 0x9E3779B97F4A7C15L;
    value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (value ^ (value >>> 27)) >>> 4;
  }
}

package io.healthconnect.benchmarks.requests;

import java.util.List;
import java.util.Locale;

/** The least, the middle and the largest of several figures. */
record Spread(double least, double median, double most) {
  static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return new Spread(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }

  /** Without digits after the point. */
  String whole() {
    return String.format(Locale.ROOT, "%,.0f (%,.0f to %,.0f)", median, least, most);
  }

  String percent() {
    return String.format(
        Locale.ROOT, "%.0f %% (%.0f to %.0f)", 100 * median, 100 * least, 100 * most);
  }
}

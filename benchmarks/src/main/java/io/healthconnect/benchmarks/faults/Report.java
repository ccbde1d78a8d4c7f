package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Verdict;
import java.util.List;

/**
 * The result of a scenario.
 *
 * @param faults how many faults were injected
 * @param notes figures without a target for loss or repetition
 * @param missed missed time targets; a full run fails on them, a reduced one does not
 */
public record Report(
    Verdict verdict, int faults, long seed, List<String> notes, List<String> missed) {
  public Report(Verdict verdict, int faults, long seed, List<String> notes) {
    this(verdict, faults, seed, notes, List.of());
  }

  public String line() {
    return "acked %d lost %d dup %d kills %d seed %d"
        .formatted(verdict.acked(), verdict.lost(), verdict.duplicated(), faults, seed);
  }
}

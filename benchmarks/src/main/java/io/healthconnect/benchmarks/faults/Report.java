package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Verdict;
import java.util.List;

/**
 * What a scenario found.
 *
 * @param faults how often something was broken
 * @param notes figures that no target of loss or repetition covers
 * @param missed targets of time that were missed; a full run fails on them, a reduced one does not
 */
public record Report(
    Verdict verdict, int faults, long seed, List<String> notes, List<String> missed) {
  Report(Verdict verdict, int faults, long seed, List<String> notes) {
    this(verdict, faults, seed, notes, List.of());
  }

  public String line() {
    return "acked %d lost %d dup %d kills %d seed %d"
        .formatted(verdict.acked(), verdict.lost(), verdict.duplicated(), faults, seed);
  }
}

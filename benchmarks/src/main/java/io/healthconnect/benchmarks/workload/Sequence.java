package io.healthconnect.benchmarks.workload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the numbers of one conversation: 1, 2, 3 … each once. */
final class Sequence {
  private Sequence() {}

  /** A gap counts as lost, a repeat as duplicated. */
  static Verdict check(List<Long> numbers) {
    Set<Long> distinct = new HashSet<>(numbers);
    long highest = distinct.stream().mapToLong(Long::longValue).max().orElse(0);
    long gaps = highest - distinct.size();
    long repeats = numbers.size() - distinct.size();
    List<String> remarks = new ArrayList<>();
    if (gaps != 0) {
      remarks.add(gaps + " gaps below " + highest);
    }
    if (repeats != 0) {
      remarks.add(repeats + " repeated sequence numbers");
    }
    return new Verdict(0, gaps, repeats, remarks);
  }
}

package io.healthconnect.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of a reconciliation.
 *
 * @param remarks one line for each problem; empty if there are none
 */
public record Verdict(long acked, long lost, long duplicated, List<String> remarks) {
  public Verdict {
    remarks = List.copyOf(remarks);
  }

  public Verdict plus(Verdict other) {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(other.remarks);
    return new Verdict(acked + other.acked, lost + other.lost, duplicated + other.duplicated, all);
  }

  public boolean clean() {
    return lost == 0 && duplicated == 0 && remarks.isEmpty();
  }
}

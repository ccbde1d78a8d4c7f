package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Outcome;
import io.healthconnect.benchmarks.workload.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks that everybody who sent the same message got the same answer. */
final class SameAnswers {
  private SameAnswers() {}

  /**
   * @param log the joined logs of all senders
   * @param times how many times each message was sent until it was acknowledged
   */
  static Verdict check(List<Entry> log, int times) {
    Map<String, List<String>> answers = new TreeMap<>();
    for (Entry entry : log) {
      List<String> details = answers.computeIfAbsent(entry.key(), key -> new ArrayList<>());
      if (entry.outcome() == Outcome.OK) {
        details.add(entry.detail());
      }
    }
    long doubled = 0;
    List<String> remarks = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : answers.entrySet()) {
      int different = Set.copyOf(each.getValue()).size();
      doubled += Math.max(0, different - 1);
      if (different != 1 || each.getValue().size() != times) {
        remarks.add("answers to " + each.getKey() + ": " + each.getValue());
      }
    }
    return new Verdict(0, 0, doubled, remarks);
  }
}

package io.healthconnect.benchmarks.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the log of one client says about one kind of write, and how that differs from what is
 * stored.
 */
final class Expectation {
  private final Map<String, String> acked = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  Expectation(List<Entry> log, Entry.Kind kind) {
    Set<String> open = new HashSet<>();
    for (Entry entry : log) {
      if (entry.kind() == kind) {
        switch (entry.outcome()) {
          case OK -> acked.put(entry.key(), entry.detail());
          case FAILED -> refused.add(entry.key());
          case UNKNOWN -> open.add(entry.key());
        }
      }
    }
    refused.removeAll(acked.keySet());
    refused.removeAll(open);
  }

  Set<String> ackedKeys() {
    return Set.copyOf(acked.keySet());
  }

  /**
   * Compares with what the store holds.
   *
   * @param stored the details found for each key
   */
  Verdict compare(Map<String, List<String>> stored) {
    long lost = 0;
    long duplicated = 0;
    List<String> remarks = new ArrayList<>();
    for (Map.Entry<String, String> write : acked.entrySet()) {
      if (!stored.getOrDefault(write.getKey(), List.of()).contains(write.getValue())) {
        lost++;
        remarks.add("lost " + write.getKey() + " " + write.getValue());
      }
    }
    for (Map.Entry<String, List<String>> found : stored.entrySet()) {
      int allowed = refused.contains(found.getKey()) ? 0 : 1;
      int extra = found.getValue().size() - allowed;
      if (extra > 0) {
        duplicated += extra;
        remarks.add("too often " + found.getKey() + " " + found.getValue());
      }
    }
    return new Verdict(acked.size(), lost, duplicated, remarks);
  }
}

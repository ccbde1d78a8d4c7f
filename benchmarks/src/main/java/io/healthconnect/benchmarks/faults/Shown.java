package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Outcome;
import io.healthconnect.benchmarks.workload.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client has shown of one conversation. It goes by number: it never shows a message twice,
 * and never one that arrives after a later one. Thread-safe.
 */
final class Shown {
  private final Set<Long> numbers = new HashSet<>();
  private final Map<String, Long> arrivals = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private long last;
  private int repeated;
  private int twice;

  /**
   * Shows a message unless it was shown before.
   *
   * @param live whether a socket delivered it, as opposed to a request for missing messages
   */
  synchronized void take(long seq, String clientId, long arrivedAt, boolean live) {
    if (numbers.contains(seq)) {
      repeated += live ? 1 : 0;
      return;
    }
    if (seq != last + 1) {
      remarks.add("an open socket was brought " + seq + " after " + last);
    }
    if (seq < last) {
      return;
    }
    numbers.add(seq);
    last = seq;
    if (arrivals.putIfAbsent(clientId, arrivedAt) != null) {
      twice++;
      remarks.add("shown twice: " + clientId);
    }
  }

  /** The number of the last message; 0 if there is none. */
  synchronized long last() {
    return last;
  }

  /** When each message was shown, by its client id. */
  synchronized Map<String, Long> arrivals() {
    return Map.copyOf(arrivals);
  }

  /** How many messages sockets delivered that had already been shown. */
  synchronized int repeated() {
    return repeated;
  }

  /** An acknowledged message that was not shown also counts as lost. */
  synchronized Verdict check(List<Entry> log) {
    List<String> found = new ArrayList<>(remarks);
    for (Entry entry : log) {
      if (entry.outcome() == Outcome.OK && !arrivals.containsKey(entry.key())) {
        found.add("answered but not shown: " + entry.key());
      }
    }
    return new Verdict(0, found.size() - remarks.size(), twice, found);
  }
}

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
 * What a client has shown of one conversation. It shows by number: what it has, it does not show
 * again, and what comes too late, never. Thread-safe.
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
   * @param live whether a socket brought it, not a request for what is lacking
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

  /** The number of the message at the end; 0 for none. */
  synchronized long last() {
    return last;
  }

  /** When each message was shown, by its client id. */
  synchronized Map<String, Long> arrivals() {
    return Map.copyOf(arrivals);
  }

  /** How many messages sockets brought that were shown already. */
  synchronized int repeated() {
    return repeated;
  }

  /** What was answered and not shown is lost, too. */
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

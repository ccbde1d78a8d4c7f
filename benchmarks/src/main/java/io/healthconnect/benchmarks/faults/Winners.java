package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks who got slots that everybody wanted: exactly one person each, and all others must be told
 * that it is taken.
 */
final class Winners {
  static final String WON = "201";
  static final String TAKEN = "409 slot_taken";

  private final int clients;
  private final List<String> remarks = new ArrayList<>();
  private long won;
  private long lost;
  private long twice;

  /**
   * @param clients how many people want each slot
   */
  Winners(int clients) {
    this.clients = clients;
  }

  /**
   * Counts one slot.
   *
   * @param answers how many clients got each answer
   * @param stored how many appointments at that time are stored
   */
  void add(String slot, Map<String, Integer> answers, long stored) {
    int winners = answers.getOrDefault(WON, 0);
    won += winners;
    lost += stored == 0 ? 1 : 0;
    twice += Math.max(0, winners - 1) + Math.max(0, stored - 1);
    if (!answers.equals(Map.of(WON, 1, TAKEN, clients - 1)) || stored != 1) {
      remarks.add(slot + ": " + answers + ", stored " + stored);
    }
  }

  Verdict verdict() {
    return new Verdict(won, lost, twice, remarks);
  }
}

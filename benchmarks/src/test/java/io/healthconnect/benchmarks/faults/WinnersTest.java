package io.healthconnect.benchmarks.faults;

import static io.healthconnect.benchmarks.faults.Winners.TAKEN;
import static io.healthconnect.benchmarks.faults.Winners.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.workload.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker of slots must be able to fail: this tests it with each kind of wrong winner. */
class WinnersTest {
  private static final Map<String, Integer> ONE = Map.of(WON, 1, TAKEN, 9);

  private final Winners winners = new Winners(10);

  @Test
  void acceptsOneWinnerOfEachSlot() {
    winners.add("s1", ONE, 1);
    winners.add("s2", ONE, 1);
    assertEquals(new Verdict(2, 0, 0, List.of()), winners.verdict());
  }

  @Test
  void findsASecondWinnerEvenIfAnotherSlotHasNone() {
    winners.add("s1", Map.of(WON, 2, TAKEN, 8), 1);
    winners.add("s2", Map.of(TAKEN, 10), 1);
    Verdict verdict = winners.verdict();
    assertEquals(1, verdict.duplicated());
    assertEquals(2, verdict.remarks().size());
  }

  @Test
  void findsASecondAppointmentThatIsStored() {
    winners.add("s1", ONE, 2);
    assertEquals(1, winners.verdict().duplicated());
    assertEquals(1, winners.verdict().remarks().size());
  }

  @Test
  void findsAWinnerWhoseAppointmentIsNotStored() {
    winners.add("s1", ONE, 0);
    winners.add("s2", ONE, 2);
    assertEquals(1, winners.verdict().lost());
    assertEquals(1, winners.verdict().duplicated());
  }

  @Test
  void findsAnyOtherAnswer() {
    winners.add("s1", Map.of(WON, 1, TAKEN, 8, "503 unavailable", 1), 1);
    winners.add("s2", Map.of(WON, 1, TAKEN, 8, "500 internal", 1), 1);
    winners.add("s3", Map.of(WON, 1, TAKEN, 8, "no answer: HttpTimeoutException", 1), 1);
    winners.add("s4", Map.of(WON, 1, TAKEN, 8), 1);
    Verdict verdict = winners.verdict();
    assertEquals(4, verdict.remarks().size());
    assertTrue(verdict.remarks().get(0).startsWith("s1: "));
  }
}

package io.healthconnect.benchmarks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Outcome;
import io.healthconnect.benchmarks.workload.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker of deliveries must be able to fail: this tests it with each kind of damage. */
class ShownTest {
  private static final List<Entry> LOG =
      List.of(
          message(Outcome.OK, "a"),
          message(Outcome.UNKNOWN, "b"),
          message(Outcome.OK, "b"),
          message(Outcome.OK, "c"),
          message(Outcome.UNKNOWN, "d"));

  private final Shown shown = new Shown();

  private static Entry message(Outcome outcome, String key) {
    return new Entry(outcome, Entry.Kind.MESSAGE, key, "-");
  }

  private void live(long seq, String clientId) {
    shown.take(seq, clientId, 10 * seq, true);
  }

  @Test
  void acceptsEverythingOnceAndInOrder() {
    live(1, "a");
    live(2, "b");
    live(3, "c");
    assertTrue(shown.check(LOG).clean());
    assertEquals(Map.of("a", 10L, "b", 20L, "c", 30L), shown.arrivals());
    assertEquals(0, shown.repeated());
  }

  @Test
  void acceptsWhatARequestBroughtAfterALostConnection() {
    live(1, "a");
    shown.take(2, "b", 20, false);
    shown.take(3, "c", 30, false);
    shown.take(3, "c", 30, false);
    live(3, "c");
    assertTrue(shown.check(LOG).clean());
    assertEquals(1, shown.repeated());
    assertEquals(3, shown.last());
  }

  @Test
  void countsAnAnsweredMessageThatNeverCameAsLost() {
    live(1, "a");
    live(2, "b");
    assertEquals(new Verdict(0, 1, 0, List.of("answered but not shown: c")), shown.check(LOG));
  }

  @Test
  void findsAGapThatIsNeverFilled() {
    live(1, "a");
    live(3, "c");
    Verdict verdict = shown.check(LOG);
    assertEquals(1, verdict.lost());
    assertTrue(verdict.remarks().contains("an open socket was brought 3 after 1"));
  }

  @Test
  void countsAMessageUnderASecondNumberAsDoubled() {
    live(1, "a");
    live(2, "b");
    live(3, "b");
    live(4, "c");
    assertEquals(new Verdict(0, 0, 1, List.of("shown twice: b")), shown.check(LOG));
  }

  @Test
  void doesNotShowTheSameNumberTwice() {
    live(1, "a");
    live(1, "a");
    live(2, "b");
    live(1, "a");
    live(3, "c");
    assertTrue(shown.check(LOG).clean());
    assertEquals(2, shown.repeated());
  }

  @Test
  void findsADeliveryOutOfOrder() {
    live(1, "a");
    live(3, "c");
    live(2, "b");
    Verdict verdict = shown.check(LOG);
    assertFalse(verdict.clean());
    assertTrue(verdict.remarks().contains("an open socket was brought 2 after 3"));
    assertEquals(0, shown.repeated());
  }
}

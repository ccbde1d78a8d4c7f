package io.healthconnect.benchmarks.workload;

import static io.healthconnect.benchmarks.workload.Entry.Kind.APPOINTMENT;
import static io.healthconnect.benchmarks.workload.Entry.Kind.MESSAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reconciliation must be able to fail: this tests it with each kind of damage. */
class ExpectationTest {
  private static final List<Entry> LOG =
      List.of(
          new Entry(Outcome.OK, MESSAGE, "a", "1"),
          new Entry(Outcome.UNKNOWN, MESSAGE, "b", "-"),
          new Entry(Outcome.FAILED, MESSAGE, "c", "-"),
          new Entry(Outcome.UNKNOWN, MESSAGE, "d", "-"),
          new Entry(Outcome.OK, MESSAGE, "d", "3"),
          new Entry(Outcome.OK, APPOINTMENT, "e", "id"));

  private final Expectation messages = new Expectation(LOG, MESSAGE);

  @Test
  void acceptsAckedOnceAndUnknownOnceOrNever() {
    assertTrue(messages.compare(Map.of("a", List.of("1"), "d", List.of("3"))).clean());
    assertTrue(
        messages.compare(Map.of("a", List.of("1"), "b", List.of("2"), "d", List.of("3"))).clean());
  }

  @Test
  void countsAnAckedWriteThatIsGoneAsLost() {
    Verdict verdict = messages.compare(Map.of("a", List.of("1")));
    assertEquals(2, verdict.acked());
    assertEquals(1, verdict.lost());
    assertFalse(verdict.clean());
  }

  @Test
  void countsAnAckedWriteWithAnotherNumberAsLost() {
    assertEquals(1, messages.compare(Map.of("a", List.of("7"), "d", List.of("3"))).lost());
  }

  @Test
  void countsWhatIsStoredTwiceOrWasRefusedAsDuplicated() {
    Verdict verdict =
        messages.compare(
            Map.of(
                "a",
                List.of("1", "4"),
                "b",
                List.of("5", "6"),
                "c",
                List.of("2"),
                "d",
                List.of("3")));
    assertEquals(0, verdict.lost());
    assertEquals(3, verdict.duplicated());
  }

  @Test
  void countsGapsAndRepeatsOfTheSequence() {
    assertTrue(Sequence.check(List.of(1L, 2L, 3L)).clean());
    assertEquals(1, Sequence.check(List.of(1L, 3L)).lost());
    assertEquals(1, Sequence.check(List.of(1L, 2L, 2L)).duplicated());
  }

  @Test
  void readsBackWhatAClientLogged(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("client.log");
    try (AckLog log = new AckLog(file)) {
      for (Entry entry : LOG) {
        log.append(entry);
      }
    }
    assertEquals(LOG, AckLog.read(file));
  }
}

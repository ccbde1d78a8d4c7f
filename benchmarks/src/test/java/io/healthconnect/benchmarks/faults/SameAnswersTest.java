package io.healthconnect.benchmarks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Outcome;
import io.healthconnect.benchmarks.workload.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker of repeated identifiers must be able to fail. */
class SameAnswersTest {
  private static Entry answer(Outcome outcome, String key, String seq) {
    return new Entry(outcome, Entry.Kind.MESSAGE, key, seq);
  }

  @Test
  void acceptsTheSameAnswerEachTime() {
    List<Entry> log =
        List.of(
            answer(Outcome.OK, "a", "1"),
            answer(Outcome.UNKNOWN, "a", "-"),
            answer(Outcome.OK, "a", "1"));
    assertTrue(SameAnswers.check(log, 2).clean());
  }

  @Test
  void countsAnAnswerWithAnotherNumberAsDoubled() {
    List<Entry> log = List.of(answer(Outcome.OK, "a", "1"), answer(Outcome.OK, "a", "2"));
    assertEquals(new Verdict(0, 0, 1, List.of("answers to a: [1, 2]")), SameAnswers.check(log, 2));
  }

  @Test
  void findsCallersWithoutAnAnswerOrWithARefusal() {
    List<Entry> log = List.of(answer(Outcome.OK, "a", "1"), answer(Outcome.FAILED, "a", "-"));
    assertEquals(List.of("answers to a: [1]"), SameAnswers.check(log, 2).remarks());
    assertEquals(
        List.of("answers to b: []"),
        SameAnswers.check(List.of(answer(Outcome.UNKNOWN, "b", "-")), 1).remarks());
  }
}

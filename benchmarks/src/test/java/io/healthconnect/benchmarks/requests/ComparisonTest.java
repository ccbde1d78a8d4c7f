package io.healthconnect.benchmarks.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.benchmarks.requests.Contestant.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void comparesTheRoundsOfOneProcess() {
    Comparison comparison = new Comparison(false);
    comparison.add(Row.ME, new Cost(100, 0), new Cost(60, 0));
    comparison.add(Row.ME, new Cost(135, 0), new Cost(81, 0));
    comparison.add(Row.ME, new Cost(200, 0), new Cost(140, 0));
    List<String> table = comparison.table();
    assertEquals(
        "| me | 1,350 | 135 (100 to 200) | 81 (60 to 140) | 60 % (60 to 70) | 10.0x | 15x |",
        table.get(2));
  }

  @Test
  void addsTheDatabase() {
    Comparison comparison = new Comparison(true);
    comparison.add(Row.SEND, new Cost(1_000, 1_300), new Cost(500, 650));
    assertEquals(
        "| send message | 2,300 | 1,000 (1,000 to 1,000) + 1,300 (1,300 to 1,300)"
            + " | 500 (500 to 500) + 650 (650 to 650) | 50 % (50 to 50) | 1.0x | 4x |",
        comparison.table().get(2));
  }
}

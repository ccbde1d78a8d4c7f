package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.bootstrap.StartedServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts the statements of SQLite that a request runs, those that begin and end transactions among
 * them; none is prepared. Whoever makes a request cheaper lowers its number; nobody raises one
 * without a reason.
 */
class CostOfRequestsTest {
  @TempDir Path folder;

  @Test
  void statementsOfSqlite() throws Exception {
    CountedStatements counted = new CountedStatements();
    try (StartedServer server =
        StartedServer.overSqlite(
            RequestScene.settings(folder, Map.of()), RequestScene.CLOCK, counted::around)) {
      Map<String, Map<String, Integer>> run = new LinkedHashMap<>();
      new RequestScene(new Api(server.base()))
          .count(
              () -> {
                CountedStatements.Counts counts = counted.take();
                Map<String, Integer> all = new TreeMap<>(counts.run());
                counts.prepared().forEach((text, count) -> all.put("PREPARE " + text, count));
                return all;
              },
              run);
      assertEquals(
          Map.of(
              "doctors",
              0,
              "doctors anew",
              9,
              "doctor",
              0,
              "me",
              5,
              "appointments",
              10,
              "requests",
              11,
              "conversation",
              3,
              "send",
              9,
              "book",
              24),
          RequestScene.totals(run),
          () -> RequestScene.lines(run));
    }
  }
}

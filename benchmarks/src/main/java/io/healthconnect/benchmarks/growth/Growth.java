package io.healthconnect.benchmarks.growth;

import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.WorkFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures requests on a store with a hundred of everything and, in turn, on one with very many:
 * the median of the time of a request, and the CPU time that it costs the server and the database.
 *
 * <p>Arguments: {@code --stores sqlite,mongodb --doctors 100000 --appointments 100000
 * --conversations 10000 --messages 1000000 --rounds 3 --requests 200 --warm-up 300}. A minute takes
 * {@code --stores sqlite --doctors 10000 --appointments 10000 --conversations 1000 --messages 10000
 * --rounds 1}; {@code --only /api/messages,/api/doctors} leaves out paths that begin otherwise.
 */
public final class Growth {
  private final Arguments given;

  private Growth(Arguments given) {
    this.given = given;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    System.out.println(Machine.describe());
    for (String name : given.text("stores", "sqlite,mongodb").split(",", -1)) {
      new Growth(given).measure(name);
    }
    System.exit(0);
  }

  private void measure(String name) throws Exception {
    try (WorkFolder work = WorkFolder.create("health-connect-growth-small");
        WorkFolder more = WorkFolder.create("health-connect-growth-large")) {
      HealthConnectServer first = server(work);
      HealthConnectServer second = server(more);
      try (FilledStore few = store(name, first);
          FilledStore many = store(name, second);
          Subject small = Subject.open(few, first.with(few.settings()), Sizes.small());
          Subject large = Subject.open(many, second.with(many.settings()), Sizes.large(given))) {
        compare(small, large);
      }
    }
  }

  private static HealthConnectServer server(WorkFolder work) throws IOException {
    return HealthConnectServer.in(work.path(), HealthConnectServer.defaultJar());
  }

  private static FilledStore store(String name, HealthConnectServer server) {
    return switch (name) {
      case "sqlite" -> new SqliteStore(server.dataDirectory());
      case "mongodb" -> new MongoStore();
      default -> throw new IllegalArgumentException("there is no store " + name);
    };
  }

  private void compare(Subject small, Subject large) throws IOException {
    Map<Integer, List<Pair>> found = new LinkedHashMap<>();
    List<String> only = List.of(given.text("only", "").split(",", -1));
    for (int route = 0; route < small.routes().size(); route++) {
      if (only.stream().anyMatch(small.routes().get(route).path()::startsWith)) {
        found.put(route, new ArrayList<>());
      }
    }
    for (int route : found.keySet()) {
      small.measure(route, given.number("warm-up", 300));
      large.measure(route, given.number("warm-up", 300));
    }
    for (int round = 0; round < given.number("rounds", 3); round++) {
      for (Map.Entry<Integer, List<Pair>> each : found.entrySet()) {
        int route = each.getKey();
        long requests = given.number("requests", 200);
        each.getValue()
            .add(new Pair(small.measure(route, requests), large.measure(route, requests)));
      }
    }
    System.out.println(
        "| Request | p50 small, µs | large | ratio | CPU small, µs | large | ratio |");
    System.out.println("|---|---|---|---|---|---|---|");
    found.forEach(
        (route, pairs) -> System.out.println(line(small.routes().get(route).title(), pairs)));
  }

  /** A measurement of both in the same round. */
  private record Pair(Subject.Cost small, Subject.Cost large) {}

  private static String line(String title, List<Pair> pairs) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %.2f | %,.0f | %,.0f | %.2f |",
        title,
        median(pairs, pair -> pair.small().median()),
        median(pairs, pair -> pair.large().median()),
        median(pairs, pair -> pair.large().median() / pair.small().median()),
        median(pairs, pair -> pair.small().cpu()),
        median(pairs, pair -> pair.large().cpu()),
        median(pairs, pair -> pair.large().cpu() / pair.small().cpu()));
  }

  private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
    List<Double> sorted = new ArrayList<>(pairs.stream().map(figure::applyAsDouble).toList());
    sorted.sort(null);
    return sorted.get(sorted.size() / 2);
  }
}

package io.healthconnect.benchmarks.relay;

import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the CPU time per relayed candidate of our server and of stock socket.io, in alternating
 * rounds of one run with one client.
 *
 * <p>Arguments: {@code --pairs 50 --messages 40000 --rate 5000 --rounds 7 --warm-up 1000000
 * --recovery 0}. With {@code --recovery 1} our clients can recover lost connections. The warm-up
 * runs at twice the rate, until the JIT compilers have nothing left to do.
 */
public final class Relay {
  private static final Path SOURCES = Path.of("benchmarks", "src", "relay");

  private Relay() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    int pairs = (int) given.number("pairs", 50);
    int messages = (int) given.number("messages", 40_000);
    int rate = (int) given.number("rate", 5_000);
    int warmUp = (int) given.number("warm-up", 1_000_000);
    Path work = Files.createTempDirectory("health-connect-relay");
    HealthConnectServer jar = HealthConnectServer.in(work, HealthConnectServer.defaultJar());
    Contestants contestants = new Contestants(pairs, given.number("recovery", 0) == 1);
    try (Contestant ours = contestants.healthConnect(jar);
        Contestant reference = contestants.reference(SOURCES, work)) {
      System.err.println("pids: ours " + ours.pid() + ", reference " + reference.pid());
      for (int left = warmUp; left > 0; left -= messages) {
        ours.round(Math.min(left, messages), 2 * rate);
        reference.round(Math.min(left, messages), 2 * rate);
      }
      System.out.println(Machine.describe());
      System.out.printf(
          Locale.ROOT,
          "%d pairs, %d candidates of %d bytes a round at %d a second, rounds alternate%n",
          pairs,
          messages,
          Line.CANDIDATE_BYTES,
          rate);
      for (int round = 1; round <= given.number("rounds", 7); round++) {
        ours.measure(messages, rate);
        reference.measure(messages, rate);
        print(round, last(ours.rounds()), last(reference.rounds()));
      }
      print(ours.rounds(), reference.rounds());
    }
    System.exit(0);
  }

  private static double last(List<Double> rounds) {
    return rounds.get(rounds.size() - 1);
  }

  private static void print(int round, double ours, double reference) {
    System.out.printf(
        Locale.ROOT,
        "round %d: health-connect %.1f, socket.io %.1f, ratio %.2f%n",
        round,
        ours,
        reference,
        ours / reference);
  }

  private static void print(List<Double> ours, List<Double> reference) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / reference.get(i));
    }
    System.out.println("health-connect: " + spread(ours) + " µs of CPU a candidate");
    System.out.println("socket.io:      " + spread(reference) + " µs of CPU a candidate");
    System.out.println("ratio:          " + spread(ratios) + " (goal: 0.6)");
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "min %.2f median %.2f max %.2f",
        sorted.get(0),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1));
  }
}

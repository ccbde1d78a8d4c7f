package io.healthconnect.benchmarks.figures;

import io.healthconnect.benchmarks.figures.Throughput.Figure;
import io.healthconnect.benchmarks.figures.Throughput.Load;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures start-up time, idle memory, and requests per second and per CPU-second, on loopback.
 *
 * <p>Arguments: {@code --starts 5 --reads 20000 --writes 5000 --max-seconds 20} (a load).
 */
public final class Figures {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final HealthConnectServer jar;
  private final Arguments given;

  private Figures(HealthConnectServer jar, Arguments given) {
    this.jar = jar;
    this.given = given;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    Path work = Files.createTempDirectory("health-connect-figures");
    System.out.println(Machine.describe());
    Figures figures =
        new Figures(HealthConnectServer.in(work, HealthConnectServer.defaultJar()), given);
    figures.startUp();
    figures.throughput();
    System.exit(0);
  }

  private void startUp() throws IOException {
    List<Long> times = new ArrayList<>();
    List<Long> cpu = new ArrayList<>();
    List<Long> memory = new ArrayList<>();
    for (int i = 0; i < given.number("starts", 5); i++) {
      try (ServerProcess server = jar.start()) {
        times.add(server.awaitReady(READY_LIMIT).toMillis());
        cpu.add(server.cpuTime().toMillis());
        memory.add(server.residentKib() / 1024);
      }
    }
    System.out.println("start-up to ready, ms: " + times + ", median " + median(times));
    System.out.println("CPU time until ready, ms: " + cpu + ", median " + median(cpu));
    System.out.println("resident once ready, MiB: " + memory + ", median " + median(memory));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void throughput() throws Exception {
    try (ServerProcess server = jar.start()) {
      server.awaitReady(READY_LIMIT);
      Api api = new Api(server.base());
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < Throughput.CONNECTIONS; i++) {
        Pair pair = Pair.create(api, "figures-" + i);
        for (int message = 0; message < 20; message++) {
          pair.sendFromPatient(api, "How are you today?", "first-" + message).expect(201);
        }
        pairs.add(pair);
      }
      Duration limit = Duration.ofSeconds(given.number("max-seconds", 20));
      Throughput reads = new Throughput(server, given.number("reads", 20_000), limit);
      Throughput writes = new Throughput(server, given.number("writes", 5_000), limit);
      System.out.println("load | requests | a second | a CPU-second of the server");
      print("GET /api/auth/me", reads, 200, (c, n) -> api.get("/api/auth/me", token(pairs, c)));
      print("GET /api/doctors", reads, 200, (c, n) -> api.get("/api/doctors", token(pairs, c)));
      print(
          "GET /api/messages/{id}",
          reads,
          200,
          (c, n) -> api.get("/api/messages/" + pairs.get(c).doctor().id(), token(pairs, c)));
      String run = Long.toString(System.nanoTime(), 36);
      print(
          "POST /api/messages/{id}",
          writes,
          201,
          (c, n) ->
              pairs
                  .get(c)
                  .sendFromPatient(api, "I feel better.", run + System.nanoTime() + "-" + n));
      print(
          "PUT /api/doctors/me/schedule",
          writes,
          200,
          (c, n) ->
              api.put(
                  "/api/doctors/me/schedule",
                  pairs.get(c).doctor().token(),
                  Person.week("00:00", n % 2 == 0 ? "23:00" : "23:30")));
      System.out.println("resident after the loads, MiB: " + server.residentKib() / 1024);
    }
  }

  private static String token(List<Pair> pairs, int connection) {
    return pairs.get(connection).patient().token();
  }

  private static void print(String name, Throughput throughput, int status, Load load)
      throws Exception {
    Figure figure = throughput.measure(load, status);
    System.out.printf(
        Locale.ROOT,
        "%s | %d | %.0f | %.0f%n",
        name,
        figure.requests(),
        figure.perSecond(),
        figure.perCpuSecond());
  }
}

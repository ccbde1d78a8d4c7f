package io.healthconnect.benchmarks.requests;

import io.healthconnect.benchmarks.requests.limit.LimitServer;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the CPU time of requests from outside, of the server and of its database, in turn with
 * the {@linkplain LimitServer least} that they could cost.
 *
 * <p>Arguments: {@code --stores sqlite,mongodb --rows ME,SEND --rounds 7 --requests 2000 --warm-up
 * 6000 --connections 4 --max-seconds 900} (a store).
 */
public final class Requests {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final Arguments given;
  private final List<Row> rows;
  private final int connections;
  private final long requests;
  private final long warmUp;

  private Requests(Arguments given) {
    this.given = given;
    String wanted = given.text("rows", "");
    this.rows =
        wanted.isEmpty()
            ? List.of(Row.values())
            : Stream.of(wanted.split(",", -1)).map(Row::valueOf).toList();
    this.connections = (int) given.number("connections", 4);
    this.requests = given.number("requests", 2_000);
    this.warmUp = given.number("warm-up", 6_000);
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    Requests run = new Requests(given);
    System.out.println(Machine.describe());
    for (String name : given.text("stores", "sqlite,mongodb").split(",", -1)) {
      try (Subject subject = subject(name);
          WorkFolder work = WorkFolder.create("health-connect-requests")) {
        run.measure(subject, work.path());
      }
    }
    System.exit(0);
  }

  private static Subject subject(String name) {
    return switch (name) {
      case "sqlite" -> new SqliteSubject();
      case "mongodb" -> new MongoSubject();
      default -> throw new IllegalArgumentException("there is no store " + name);
    };
  }

  private void measure(Subject subject, Path work) throws Exception {
    HealthConnectServer jar =
        HealthConnectServer.in(work, HealthConnectServer.defaultJar()).with(subject.settings());
    try (ServerProcess server = jar.start(List.of(), Practice.LIMITS)) {
      server.awaitReady(READY_LIMIT);
      Practice practice = Practice.open(new Api(server.base()), connections, bookings());
      Contestant ours =
          new Contestant(server, subject.database(), new Wire(practice, false), connections);
      Path copy = Files.createDirectory(work.resolve("copy"));
      List<String> arguments = new ArrayList<>(subject.copy(jar.dataDirectory(), copy));
      // After the copy, in which nothing is sent twice.
      Path replies = replies(ours, work);
      arguments.addAll(List.of("--replies", replies.toString()));
      try (ServerProcess other = startLimit(arguments, work.resolve("limit.log"))) {
        other.awaitReady(READY_LIMIT);
        Contestant limit =
            new Contestant(other, subject.database(), new Wire(practice, true), connections);
        System.out.println(subject.name());
        compare(ours, limit, subject.isMongo()).table().forEach(System.out::println);
      }
    }
  }

  /** How many bookings the run makes, with some room. */
  private long bookings() {
    return warmUp + (given.number("rounds", 7) + 1) * requests;
  }

  private Path replies(Contestant ours, Path work) throws IOException {
    Path replies = Files.createDirectory(work.resolve("replies"));
    for (Row row : rows) {
      for (int i = 0; i < connections; i++) {
        Files.writeString(
            replies.resolve(LimitServer.fileOf(row.name(), Integer.toString(i))),
            ours.reply(row, i));
      }
    }
    return replies;
  }

  private static ServerProcess startLimit(List<String> arguments, Path log) throws IOException {
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LimitServer.class.getName()));
    command.addAll(arguments);
    command.addAll(List.of("--port", Integer.toString(port)));
    return ServerProcess.start(command, Map.of(), port, log);
  }

  private Comparison compare(Contestant ours, Contestant limit, boolean mongo) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(given.number("max-seconds", 900)).toNanos();
    for (Row row : rows) {
      ours.measure(row, warmUp);
      limit.measure(row, warmUp);
    }
    Comparison found = new Comparison(mongo);
    for (int round = 0; round < given.number("rounds", 7) && System.nanoTime() < end; round++) {
      Map<Row, String> said = new EnumMap<>(Row.class);
      for (Row row : rows) {
        Contestant.Cost first = ours.measure(row, requests);
        Contestant.Cost second = limit.measure(row, requests);
        found.add(row, first, second);
        said.put(row, String.format(Locale.ROOT, "%.0f/%.0f", first.both(), second.both()));
      }
      System.out.println("round " + round + ", us of ours/limit: " + said);
    }
    return found;
  }
}

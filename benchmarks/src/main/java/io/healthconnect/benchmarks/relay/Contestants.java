package io.healthconnect.benchmarks.relay;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Starts the two servers and opens the same number of lines on each. */
final class Contestants {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final String CANDIDATE = "42[\"ice-candidate\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final int pairs;
  private final boolean recovery;

  /**
   * @param recovery whether the clients of our server can recover lost connections
   */
  Contestants(int pairs, boolean recovery) {
    this.pairs = pairs;
    this.recovery = recovery;
  }

  /** Our server with real people, appointments and answered calls. */
  Contestant healthConnect(HealthConnectServer start) throws IOException, InterruptedException {
    ServerProcess server = start.start();
    try {
      server.awaitReady(READY_LIMIT);
      Api api = new Api(server.base());
      AtomicLong received = new AtomicLong();
      List<Line> lines = new ArrayList<>();
      for (int i = 1; i <= pairs; i++) {
        lines.addAll(call(server.base(), Pair.create(api, Integer.toString(i)), received));
      }
      return new Contestant(server, lines, received);
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private List<Line> call(URI base, Pair pair, AtomicLong received)
      throws IOException, InterruptedException {
    String doctor = pair.doctor().id();
    String patient = pair.patient().id();
    SignalingSocket callee = connect(base, pair.doctor().token(), received);
    SignalingSocket caller = connect(base, pair.patient().token(), received);
    JsonNode started =
        caller.request(
            "call-user", Map.of("to", doctor, "offer", Descriptions.of("offer"), "media", "video"));
    String callId = started.path("callId").asText();
    callee.event("call-made");
    callee.request(
        "answer-call",
        Map.of("to", patient, "answer", Descriptions.of("answer"), "callId", callId));
    caller.event("call-answered");
    return List.of(new Line(caller, doctor, callId), new Line(callee, patient, callId));
  }

  /** Counts the candidates that arrive. */
  private SignalingSocket connect(URI base, String token, AtomicLong received)
      throws IOException, InterruptedException {
    return SignalingSocket.connect(
        http,
        base,
        recovery ? Map.of("token", token, "recovery", true) : Map.of("token", token),
        packet -> {
          boolean candidate = packet.startsWith(CANDIDATE);
          if (candidate) {
            received.incrementAndGet();
          }
          return candidate;
        });
  }

  /** A stock socket.io server that only forwards; {@code npm ci} runs in the work folder. */
  Contestant reference(Path sources, Path work) throws IOException, InterruptedException {
    for (String file : List.of("server.js", "package.json", "package-lock.json")) {
      Files.copy(sources.resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    install(work);
    int port = ServerProcess.freePort();
    ServerProcess server =
        ServerProcess.start(
            List.of("node", work.resolve("server.js").toString()),
            Map.of("PORT", Integer.toString(port), "NODE_ENV", "production"),
            port,
            work.resolve("reference.log"));
    try {
      server.awaitReady(READY_LIMIT);
      AtomicLong received = new AtomicLong();
      List<Line> lines = new ArrayList<>();
      for (int i = 1; i <= pairs; i++) {
        String one = "00000000-0000-4000-8000-%012d".formatted(2 * i);
        String other = "00000000-0000-4000-8000-%012d".formatted(2 * i + 1);
        lines.add(new Line(connect(server.base(), one, received), other, one));
        lines.add(new Line(connect(server.base(), other, received), one, one));
      }
      return new Contestant(server, lines, received);
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static void install(Path work) throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("npm.log").toFile())
            .start();
    if (npm.waitFor() != 0) {
      throw new IOException("npm ci failed, see " + work.resolve("npm.log"));
    }
  }
}

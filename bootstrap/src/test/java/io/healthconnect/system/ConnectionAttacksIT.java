package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Many slow or silent connections at once, more than the server has threads, while others are
 * served. The full counts are those of {@code Hostile} in {@code benchmarks}.
 */
@Isolated
class ConnectionAttacksIT {
  private static final int ATTACKERS = 650;
  private static final int PLACES = 20;
  private static final int FLOOD = 2_000;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final byte[] BYTE = {'x'};
  private static final String ASK = "HEAD /api/doctors HTTP/1.1\nHost: 127.0.0.1\n";

  @TempDir Path folder;

  private final List<RawClient> attackers = new ArrayList<>();

  @AfterEach
  void close() {
    attackers.forEach(RawClient::close);
  }

  /** H-01. */
  @Test
  void h01SlowBodiesAreAnswered408AndDelayNobody() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> limits =
        Map.of(
            "LIMIT_CONNECTIONS_PER_ADDRESS", "1000",
            "LIMIT_LOGINS_PER_MINUTE", "1000",
            "LIMIT_IDLE_SECONDS", "3600",
            "LIMIT_KEEP_ALIVE_SECONDS", "3600",
            "LIMIT_MIN_BYTES_PER_SECOND", "100000");
    String post =
        "POST /api/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: 60000\r\n\r\n{";
    try (ServerProcess server = jar.start(limits);
        RawClient honest = new RawClient(jar.port())) {
      // Before its first answer a connection has only LIMIT_HEADER_SECONDS; the attack may take
      // longer.
      served(honest);
      attack(jar.port(), ATTACKERS, post);
      List<RawClient> open = attackers;
      long since = System.nanoTime();
      while (!open.isEmpty()) {
        assertTrue(System.nanoTime() - since < LONG.toNanos(), "attackers without an answer");
        served(honest);
        open.forEach(slow -> slow.send(List.of(BYTE)));
        open = open.stream().filter(slow -> !slow.hasAnswer()).toList();
      }
      assertEquals(ATTACKERS, attackers.stream().filter(slow -> slow.status() == 408).count());
      served(honest);
    }
  }

  /** H-02. */
  @Test
  void h02SlowHeadersAreCutAndDelayNobody() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> limits =
        Map.of(
            "LIMIT_CONNECTIONS_PER_ADDRESS", "1000",
            "LIMIT_HEADER_SECONDS", "3",
            "LIMIT_HEADER_BYTES", "1000000",
            "LIMIT_KEEP_ALIVE_SECONDS", "3600");
    try (ServerProcess server = jar.start(limits);
        RawClient honest = new RawClient(jar.port())) {
      // After its first answer it has an hour for the next request; until then it has as long as
      // the attackers.
      served(honest);
      long since = System.nanoTime();
      attack(jar.port(), ATTACKERS / 2, "GET /api/doctors HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
      attack(jar.port(), ATTACKERS / 2, "GET /socket.io/?EIO=4 HTTP/1.1\r\nX-Slow: ");
      while (System.nanoTime() - since < Duration.ofSeconds(3).toNanos()) {
        served(honest);
        attackers.forEach(slow -> slow.send(List.of(BYTE)));
      }
      // The last of them sent its first byte no earlier than the others.
      attackers.forEach(slow -> slow.awaitEnd(LONG));
      served(honest);
    }
  }

  /** H-13. */
  @Test
  void h13AFloodOfConnectionsGetsItsPlacesAndNoMore() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> limits =
        Map.of(
            "LIMIT_CONNECTIONS_PER_ADDRESS", Integer.toString(PLACES),
            "LIMIT_HEADER_SECONDS", "3600",
            "LIMIT_KEEP_ALIVE_SECONDS", "3600");
    try (ServerProcess server = jar.start(limits);
        RawClient honest = new RawClient(jar.port())) {
      for (int i = 0; i < FLOOD; i++) {
        attackers.add(RawClient.from("127.0.0.2", jar.port()));
        if (i % 100 == 0) {
          served(honest);
        }
      }
      // Which of several simultaneous connections stay depends on the scheduling of the server's
      // threads.
      assertEquals(PLACES, attackers.stream().filter(one -> one.status(ASK) == 200).count());
      attackers.forEach(RawClient::close);
      long since = System.nanoTime();
      while (!isServed(jar.port())) {
        assertTrue(System.nanoTime() - since < LONG.toNanos(), "no place is free again");
      }
      served(honest);
    }
  }

  private void attack(int port, int count, String opening) {
    byte[] bytes = opening.getBytes(StandardCharsets.US_ASCII);
    IntStream.range(0, count).forEach(i -> attackers.add(new RawClient(port)));
    attackers.subList(attackers.size() - count, attackers.size()).forEach(slow -> slow.send(bytes));
  }

  private static void served(RawClient client) {
    assertEquals(200, client.status(ASK));
  }

  private static boolean isServed(int port) {
    try (RawClient again = RawClient.from("127.0.0.2", port)) {
      return again.status(ASK) == 200;
    }
  }
}

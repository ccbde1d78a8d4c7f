package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Limits on connections that are set from outside apply at their number. If the limit is a time, it
 * is one second and all other times are an hour, so that it is known what ends the connection.
 */
@Isolated
class ConnectionLimitsIT {
  private static final String HOUR = "3600";
  private static final String HOME = "127.0.0.1";
  private static final String ASK = "HEAD /health/live HTTP/1.1\nHost: 127.0.0.1\n";

  private static final List<String> FIVE = List.of(HOME, HOME, HOME, "127.0.0.2", "127.0.0.2");

  /** Sooner than any default would have ended the connection. */
  private static final Duration SOON = Duration.ofSeconds(8);

  @TempDir Path folder;

  @Test
  void silenceWithinARequestAndASlowHandshake() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_IDLE_SECONDS",
            "1",
            "LIMIT_HEADER_SECONDS",
            HOUR,
            "LIMIT_KEEP_ALIVE_SECONDS",
            HOUR,
            "LIMIT_HANDSHAKE_SECONDS",
            "1");
    RunnableJar jar = RunnableJar.in(folder);
    int half = RawClient.UPGRADE.indexOf("Upgrade");
    try (ServerProcess server = jar.start(limits);
        RawClient slow = new RawClient(jar.port())) {
      slow.send(bytes(RawClient.UPGRADE.substring(0, half)));
      for (int i = 0; i < 2; i++) {
        long since = System.nanoTime();
        try (RawClient silent = new RawClient(jar.port())) {
          silent.send(bytes(post(100) + "\n{"));
          endsAfterASecond(silent, since);
        }
      }
      // More than a second has passed since its first byte.
      assertEquals(408, slow.status(RawClient.UPGRADE.substring(half)));
      RawClient.open(jar.port()).close();
    }
  }

  @Test
  void headersThatAreSlowOrLong() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_HEADER_SECONDS",
            "1",
            "LIMIT_HEADER_BYTES",
            "400",
            "LIMIT_IDLE_SECONDS",
            HOUR,
            "LIMIT_KEEP_ALIVE_SECONDS",
            HOUR);
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      long since = System.nanoTime();
      RawClient slow = new RawClient(jar.port());
      slow.send(bytes("GET / HTTP/1.1\nHost: 127.0.0.1\nX"));
      List<Integer> answers = new ArrayList<>();
      for (int size = 399; size <= 401; size++) {
        try (RawClient client = new RawClient(jar.port())) {
          answers.add(client.status(ofHeaderBytes(size)));
        }
      }
      assertEquals(List.of(200, 200, 431), answers);
      endsAfterASecond(slow, since);
    }
  }

  @Test
  void limitsIdleConnectionsAndSlowBodies() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_KEEP_ALIVE_SECONDS",
            "1",
            "LIMIT_MIN_BYTES_PER_SECOND",
            "1000000",
            "LIMIT_HEADER_SECONDS",
            HOUR,
            "LIMIT_IDLE_SECONDS",
            HOUR);
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      assertEquals(408, slowly(jar.port()));
    }
    Map<String, String> patient =
        Map.of("LIMIT_KEEP_ALIVE_SECONDS", "1", "LIMIT_MIN_BYTES_PER_SECOND", "1");
    try (ServerProcess server = jar.start(patient)) {
      assertEquals(401, slowly(jar.port()));
    }
  }

  /** A body in three parts, with more than a second between them. */
  private static int slowly(int port) {
    String body = "{\"email\":\"a@example.org\",\"password\":\"wrong horse\"}";
    try (RawClient slow = new RawClient(port)) {
      slow.send(bytes(post(body.length() + 2) + "\n" + body));
      for (int i = 0; i < 2; i++) {
        aSecondPasses(port);
        if (!slow.hasAnswer()) {
          slow.send(List.of(bytes(" ")));
        }
      }
      return slow.status();
    }
  }

  /**
   * After two seconds at 100 bytes per second, 151 bytes are too few; 60,000 would be enough for
   * ten minutes.
   */
  @Test
  void aBodyIsCutOnceItIsTooSlowAndNotBefore() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_MIN_BYTES_PER_SECOND",
            "100",
            "LIMIT_KEEP_ALIVE_SECONDS",
            "1",
            "LIMIT_IDLE_SECONDS",
            HOUR);
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits);
        RawClient slow = new RawClient(jar.port());
        RawClient fast = new RawClient(jar.port())) {
      String credentials = "{\"email\":\"a@example.org\",\"password\":\"wrong horse\"}";
      slow.send(bytes(post(60_000) + "\n" + " ".repeat(150)));
      fast.send(bytes(post(60_000) + "\n" + credentials));
      fast.send(bytes(" ".repeat(59_999 - credentials.length())));
      aSecondPasses(jar.port());
      aSecondPasses(jar.port());
      assertFalse(slow.hasAnswer() || fast.hasAnswer());
      slow.send(bytes(" "));
      fast.send(bytes(" "));
      assertEquals(List.of(408, 401), List.of(slow.status(), fast.status()));
    }
  }

  /**
   * H-03: a client that requests more than the network can buffer and reads none of it loses its
   * connection.
   */
  @Test
  void h03AReplyThatNobodyReadsIsCut() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_CONNECTIONS_PER_ADDRESS",
            "1",
            "LIMIT_IDLE_SECONDS",
            HOUR,
            "LIMIT_KEEP_ALIVE_SECONDS",
            HOUR);
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits);
        RawClient greedy = RawClient.from("127.0.0.2", jar.port())) {
      // It has its place once it is answered.
      assertEquals(200, greedy.status(ASK + "\n"));
      String ask = ASK.replace("HEAD /health/live", "GET /openapi.yaml") + "\n";
      long since = System.nanoTime();
      greedy.send(bytes(ask.repeat(400)));
      // It occupies the only place of its address until then.
      held("127.0.0.2", jar.port(), Duration.ofSeconds(60)).close();
      assertTrue(System.nanoTime() - since >= Duration.ofSeconds(5).toNanos());
    }
    String log = Files.readString(folder.resolve("server.log"));
    assertFalse(log.contains("ERROR") || log.contains("\tat "), log);
  }

  /** Five in all, three from one address; the queue of each is small. */
  @Test
  void limitsConnectionsAndTheirQueues() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_CONNECTIONS", "5",
            "LIMIT_CONNECTIONS_PER_ADDRESS", "3",
            "LIMIT_KEEP_ALIVE_SECONDS", HOUR,
            "LIMIT_QUEUE_MESSAGES", "3",
            "LIMIT_QUEUE_BYTES", "200");
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      places(jar.port());
    }
  }

  /** When all places of sockets are taken, connections still have theirs. */
  private static void places(int port) {
    List<RawClient> sockets = new ArrayList<>();
    for (String address : FIVE) {
      sockets.add(RawClient.from(address, port));
      assertEquals(101, sockets.get(sockets.size() - 1).status(RawClient.UPGRADE));
    }
    for (String address : List.of(HOME, "127.0.0.3")) {
      try (RawClient more = RawClient.from(address, port)) {
        assertEquals(429, more.status(RawClient.UPGRADE));
      }
    }
    List<RawClient> connections = FIVE.stream().map(address -> held(address, port, SOON)).toList();
    for (String address : List.of(HOME, "127.0.0.3")) {
      try (RawClient more = RawClient.from(address, port)) {
        assertEquals(0, more.status(ASK));
      }
    }
    connections.forEach(held -> assertEquals(200, held.status(ASK)));
    connections.forEach(RawClient::close);
    queues(sockets.get(0), sockets.get(1));
    sockets.forEach(RawClient::close);
  }

  private static void queues(RawClient one, RawClient other) {
    assertTrue(one.read().text().startsWith("0{") && other.read().text().startsWith("0{"));
    assertEquals(List.of(0, 0, 1013), closes(one, asks(2, 2), asks(3, 2), asks(4, 2)));
    // An empty queue takes a frame of any size. The answer adds 34 characters, and its frame has a
    // header of two bytes.
    assertEquals(
        List.of(0, 0, 0, 1013), closes(other, asks(1, 163), asks(2, 63), asks(2, 64), asks(2, 65)));
  }

  /** H-12: neither a client nor somebody behind the proxy can make another address count. */
  @Test
  void spoofedAddressesPassNoLimit() throws Exception {
    Map<String, String> limits =
        Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", "3", "TRUSTED_PROXIES", "127.0.0.1");
    RunnableJar jar = RunnableJar.in(folder);
    List<RawClient> open = new ArrayList<>();
    try (ServerProcess server = jar.start(limits)) {
      for (int i = 0; i < 3; i++) {
        open.add(RawClient.from("127.0.0.2", jar.port()));
        assertEquals(101, open.get(2 * i).status(RawClient.UPGRADE));
        open.add(RawClient.from(HOME, jar.port()));
        assertEquals(101, open.get(2 * i + 1).status(forwarded("203.0.113.7")));
      }
      for (int i = 0; i < 500; i++) {
        String spoofed = "10.0." + i / 250 + "." + i % 250;
        try (RawClient direct = RawClient.from("127.0.0.2", jar.port());
            RawClient behind = RawClient.from(HOME, jar.port())) {
          assertEquals(429, direct.status(forwarded(spoofed)));
          assertEquals(429, behind.status(forwarded(spoofed + ", 203.0.113.7")));
        }
      }
      try (RawClient other = RawClient.from(HOME, jar.port())) {
        assertEquals(101, other.status(forwarded("203.0.113.8")));
      }
    }
    open.forEach(RawClient::close);
  }

  private static String forwarded(String addresses) {
    return RawClient.UPGRADE + "X-Forwarded-For: " + addresses + '\n';
  }

  /** Sends all packets at once. Returns the close code for each client, 0 if it was answered. */
  private static List<Integer> closes(RawClient client, String... packets) {
    List<Integer> closes = new ArrayList<>();
    for (String asked : packets) {
      String[] each = asked.split(" ");
      client.send(Frames.join(Stream.of(each).map(Frames::text).toArray(byte[][]::new)));
      RawClient.Frame answer = client.read();
      for (int i = 1; i < each.length && answer.opcode() == 1; i++) {
        answer = client.read();
      }
      closes.add(answer.opcode() == 1 ? 0 : answer.closeStatus());
    }
    return closes;
  }

  /** Requests a namespace that does not exist, with a name of this length. */
  private static String asks(int count, int length) {
    return String.join(" ", Collections.nCopies(count, "40/" + "x".repeat(length - 1)));
  }

  /** A connection that is answered; earlier connections may have to end first. */
  private static RawClient held(String address, int port, Duration limit) {
    long since = System.nanoTime();
    while (System.nanoTime() - since < limit.toNanos()) {
      RawClient client = RawClient.from(address, port);
      if (client.status(ASK) == 200) {
        return client;
      }
      client.close();
    }
    throw new AssertionError("no connection from " + address);
  }

  /** With one second of silence allowed between requests. */
  private static void aSecondPasses(int port) {
    long since = System.nanoTime();
    try (RawClient idle = new RawClient(port)) {
      assertEquals(200, idle.status(ASK));
      endsAfterASecond(idle, since);
    }
  }

  /** The server ends the connection: not too early, and sooner than any default would. */
  private static void endsAfterASecond(RawClient client, long since) {
    client.awaitEnd(SOON);
    long lasted = System.nanoTime() - since;
    assertTrue(lasted >= Duration.ofSeconds(1).toNanos(), () -> lasted + " ns");
  }

  private static String ofHeaderBytes(int size) {
    // Each of the four lines ends with two bytes on the wire.
    String head = ASK + "X: ";
    return head + "x".repeat(size - head.length() - 6) + "\n";
  }

  private static String post(int length) {
    return "POST /api/auth/login HTTP/1.1\nHost: 127.0.0.1\nContent-Type: application/json\n"
        + "Content-Length: "
        + length
        + "\n";
  }

  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}

package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits on what one socket and one person may send, set from outside, apply at their number. */
class SocketLimitsIT {
  private static final String MANY = "1000000";

  @TempDir Path folder;

  @Test
  void limitsFramesAndFloods() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_FRAME_BYTES", "1000",
            "LIMIT_FRAGMENTS", "5",
            "LIMIT_CONTROL_FRAMES_BURST", "3",
            "LIMIT_CONTROL_FRAMES_PER_SECOND", "1",
            "LIMIT_EVENTS_PER_SECOND", "10");
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      int port = jar.port();
      assertEquals(List.of(0, 0, 1009), ends(port, message(999), message(1_000), message(1_001)));
      assertEquals(List.of(0, 0, 1009), ends(port, fragments(4), fragments(5), fragments(6)));
      assertEquals(List.of(0, 0, 1002), ends(port, pings(2), pings(3), pings(4)));
      eventFlood(port, Person.patient(new Api(server.base()), "flood"));
    }
  }

  /**
   * Sends each input to a new socket. Returns the close codes, 0 for a socket that still answers.
   */
  private static List<Integer> ends(int port, byte[]... inputs) {
    return Arrays.stream(inputs).map(input -> end(port, input)).toList();
  }

  private static int end(int port, byte[] input) {
    try (RawClient client = RawClient.open(port)) {
      client.send(Frames.join(input, Frames.text("40")));
      RawClient.Frame answer = client.read();
      while (answer.opcode() == 10) {
        answer = client.read();
      }
      return answer.text().startsWith("44{") ? 0 : answer.closeStatus();
    }
  }

  /** A packet that is ignored. */
  private static byte[] message(int bytes) {
    return Frames.text("6".repeat(bytes));
  }

  private static byte[] fragments(int count) {
    byte[] all = Frames.frame(0x01, new byte[] {'6'});
    for (int i = 1; i < count; i++) {
      all = Frames.join(all, Frames.frame(i == count - 1 ? 0x80 : 0x00, new byte[] {'6'}));
    }
    return all;
  }

  private static byte[] pings(int count) {
    byte[] ping = Frames.frame(0x89, new byte[0]);
    return Frames.join(IntStream.range(0, count).mapToObj(i -> ping).toArray(byte[][]::new));
  }

  /** All fifty arrive within a second; the default would allow them all. */
  private static void eventFlood(int port, Person person) {
    try (RawClient client = loggedIn(port, person)) {
      client.send(events(50, "[\"nothing\"]"));
      int done = 0;
      for (int i = 0; i < 50; i++) {
        done += acked(client, i).contains("rate_limited") ? 0 : 1;
      }
      assertTrue(done >= 9 && done < 50, done + " of 50");
    }
  }

  @Test
  void waitingEventsCallsAndRatesInTheLongRun() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_EVENTS_PER_SECOND", MANY,
            "LIMIT_PENDING_EVENTS", "2",
            "LIMIT_CONTROL_FRAMES_BURST", "1",
            "LIMIT_CONTROL_FRAMES_PER_SECOND", MANY,
            "LIMIT_CALLS_PER_MINUTE", "2",
            "LIMIT_CALLS_PER_CALLEE_PER_MINUTE", "100",
            "LIMIT_CANDIDATE_BYTES", "100",
            "LIMIT_CHAT_BURST", "1",
            "LIMIT_CHAT_PER_SECOND", MANY);
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "rates");
      for (int i = 0; i < 20; i++) {
        pair.sendFromPatient(api, "Not too fast", "m" + i).expect(201);
      }
      try (RawClient client = RawClient.open(jar.port())) {
        for (int i = 0; i < 50; i++) {
          client.send(pings(1));
          assertEquals(10, client.read().opcode());
        }
      }
      calls(server.base(), pair);
      try (RawClient client = loggedIn(jar.port(), pair.doctor())) {
        client.send(events(1_000, "[\"typing\",{\"to\":\"" + pair.patient().id() + "\"}]"));
        assertEquals(1013, client.closeStatus());
      }
    }
  }

  private static void calls(URI base, Pair pair) throws Exception {
    String to = pair.patient().id();
    try (SocketIoClient doctor = SocketIoClient.connect(base, pair.doctor().token());
        SocketIoClient patient = SocketIoClient.connect(base, pair.patient().token())) {
      Map<String, Object> call = Map.of("to", to, "offer", Descriptions.of("offer"));
      List<String> answers = new ArrayList<>();
      answers.add(error(doctor.emit("call-user", call)));
      for (int size = 99; size <= 101; size++) {
        Map<String, String> candidate = Map.of("candidate", "c".repeat(size));
        answers.add(error(doctor.emit("ice-candidate", Map.of("to", to, "candidate", candidate))));
      }
      answers.add(error(doctor.emit("call-end", Map.of("to", to))));
      answers.add(error(doctor.emit("call-user", call)));
      answers.add(error(doctor.emit("call-end", Map.of("to", to))));
      answers.add(error(doctor.emit("call-user", call)));
      assertEquals(List.of("", "", "", "invalid_request", "", "", "", "rate_limited"), answers);
    }
  }

  @Test
  void chatAtOnceAndWaitsAfterWrongPasswords() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_CHAT_BURST", "3",
            "LIMIT_CHAT_PER_SECOND", "1",
            "LIMIT_LOGIN_FAILURES", "1",
            "LIMIT_LOGIN_WAIT_SECONDS", "1",
            "LIMIT_TURN_SECONDS", "86400",
            "TURN_URLS", "turn:127.0.0.1:9",
            "TURN_SECRET", "hT4kW9zQ2mX7vB5nC8rL1pD6");
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "bursts");
      chatBurst(api, pair);
      pair.meet(api).expect(201);
      turnLife(api, pair.doctor());
      Map<String, String> wrong = Map.of("email", "nobody@example.org", "password", "wrong horse");
      api.post("/api/auth/login", "", wrong).expect(401);
      // It would be two seconds without the setting.
      assertEquals("1", api.post("/api/auth/login", "", wrong).expect(429).retryAfter());
    }
  }

  /** Three, and one for each second that may have passed. */
  private static void chatBurst(Api api, Pair pair) throws Exception {
    long began = System.nanoTime();
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      answers.add(pair.sendFromPatient(api, "At once", "b" + i).status());
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
    assertEquals(List.of(201, 201, 201), answers.subList(0, 3));
    long sent = answers.stream().filter(status -> status == 201).count();
    assertTrue(sent <= 3 + seconds, answers::toString);
    assertEquals(30 - sent, answers.stream().filter(status -> status == 429).count());
  }

  /** A credential's name begins with the second at which it expires. */
  private static void turnLife(Api api, Person person) throws Exception {
    long before = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    JsonNode servers = api.get("/api/ice-servers", person.token()).expect(200).body();
    long after = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    String name = servers.findValue("username").asText();
    long until = Long.parseLong(name.substring(0, name.indexOf(':')));
    assertTrue(until >= before + 86_400 && until <= after + 86_400, servers::toString);
  }

  /** Only one time is short in each case, so that it is known what ends the socket. */
  @Test
  void timesOfSocketsCallsAndSessions() throws Exception {
    String tenMinutes = "600000";
    Map<String, String> pings =
        Map.of(
            "PING_INTERVAL_MS", "100", "PING_TIMEOUT_MS", "300", "CONNECT_TIMEOUT_MS", tenMinutes);
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(pings);
        RawClient silent = RawClient.open(jar.port())) {
      assertEquals("2", silent.read().text());
      assertEquals(1005, silent.closeStatus());
    }
    Map<String, String> others =
        Map.of(
            "PING_INTERVAL_MS", tenMinutes,
            "CONNECT_TIMEOUT_MS", "2000",
            "CALL_RING_SECONDS", "1",
            "SESSION_DAYS", "1");
    try (ServerProcess server = jar.start(others);
        RawClient stranger = RawClient.open(jar.port())) {
      // Before the default would have ended it.
      stranger.awaitEnd(Duration.ofSeconds(8));
      Pair pair = Pair.create(new Api(server.base()), "times");
      try (SocketIoClient doctor = SocketIoClient.connect(server.base(), pair.doctor().token());
          SocketIoClient patient = SocketIoClient.connect(server.base(), pair.patient().token())) {
        Map<String, Object> call =
            Map.of("to", pair.patient().id(), "offer", Descriptions.of("offer"));
        assertEquals("", error(doctor.emit("call-user", call)));
        assertEquals("unanswered", doctor.next("call-rejected").path("reason").asText());
        assertTrue(patient.next("call-made").isObject());
      }
      sessionDays(pair.patient());
    }
  }

  private static void sessionDays(Person person) {
    String[] parts = person.token().split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    assertEquals(86_400, number(claims, "exp") - number(claims, "iat"), claims);
  }

  private static long number(String claims, String name) {
    return Long.parseLong(claims.replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
  }

  private static RawClient loggedIn(int port, Person person) {
    RawClient client = RawClient.open(port);
    client.text("40{\"token\":\"" + person.token() + "\"}");
    assertTrue(client.read().text().startsWith("40{"));
    return client;
  }

  /** Events that ask for acks 0, 1, 2 …, in one go. */
  private static byte[] events(int count, String event) {
    return Frames.join(
        IntStream.range(0, count)
            .mapToObj(i -> Frames.text("42" + i + event))
            .toArray(byte[][]::new));
  }

  private static String acked(RawClient client, int id) {
    String text = client.read().text();
    while (!text.startsWith("43" + id + "[")) {
      assertTrue(text.startsWith("42"), text);
      text = client.read().text();
    }
    return text;
  }

  private static String error(JsonNode ack) {
    return ack.at("/error/code").asText();
  }
}

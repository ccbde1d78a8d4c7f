package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LimitsTest {
  private static final String LOGIN =
      "{\"email\":\"who@example.org\",\"password\":\"wrong horse\"}";

  @Test
  void logInsAreLimitedByAddressAndMinute() {
    try (TestServer server = new TestServer()) {
      Client client = server.client();
      for (int i = 0; i < 20; i++) {
        String body = LOGIN.replace("who", "who" + i);
        client
            .send("POST", "/api/auth/login", body, "X-Forwarded-For", "10.0.0." + i)
            .expect(401, "unauthenticated");
      }
      Client.Answer limited = client.post("/api/auth/login", LOGIN).expect(429, "rate_limited");
      assertEquals("3", limited.header("Retry-After"));
      server.clock.advance(Duration.ofSeconds(3));
      client.post("/api/auth/login", LOGIN).expect(401, "unauthenticated");
      client.post("/api/auth/login", LOGIN).expect(429, "rate_limited");
    }
  }

  @Test
  void chatIsLimitedByPerson() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
      String path = "/api/messages/" + doctor.id();
      for (int i = 1; i <= 60; i++) {
        Client.Answer sent = patient.post(path, "{\"text\":\"hello\"}").expect(201);
        assertEquals(i, sent.json().at("/message/seq").asInt());
      }
      assertEquals(
          "1",
          patient
              .post(path, "{\"text\":\"hello\"}")
              .expect(429, "rate_limited")
              .header("Retry-After"));
      doctor
          .post("/api/message/send/" + patient.id(), "{\"text\":\"hi\",\"clientId\":\"c1\"}")
          .expect(201);
      doctor
          .post("/api/message/send/" + patient.id(), "{\"text\":\"other\",\"clientId\":\"c1\"}")
          .expect(422, "key_reuse");
      doctor.post(path.replace(doctor.id(), patient.id()) + "/read", "{\"upTo\":60}").expect(204);
      assertEquals(
          0, doctor.get("/api/messages").expect(200).json().at("/conversations/0/unread").asInt());
      assertEquals(2, patient.get(path + "?after=59").expect(200).json().path("messages").size());
      patient.get(path + "?after=1&before=3").expect(400, "invalid_request");
      patient.post(path, "{\"text\":\"x\",\"image\":\"data:\"}").expect(400, "invalid_request");
      patient.get("/api/calls").expect(200);
      patient.get("/api/ice-servers").expect(200);
      doctor.get("/api/patients").expect(200);
      doctor.get("/api/patients/" + patient.id()).expect(200);
    }
  }

  @Test
  void g06WhereverAPasswordIsHashedAFullQueueIsRateLimited() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      String change = "{\"currentPassword\":\"correct horse\",\"newPassword\":\"battery staple\"}";
      String logIn = LOGIN.replace("who", "paul").replace("wrong", "correct");
      String signUp =
          "{\"role\":\"patient\",\"name\":\"Q\",\"email\":\"q@example.org\",\"password\":\"correct horse\"}";
      Map<String, String> hashing =
          Map.of(
              "/api/auth/login", logIn, "/api/auth/password", change, "/api/auth/signup", signUp);
      server.hashingIsFull.set(true);
      hashing.forEach(
          (path, body) -> {
            Client.Answer full = patient.post(path, body).expect(429, "rate_limited");
            assertEquals("1", full.header("Retry-After"), path);
          });
      server.hashingIsFull.set(false);
      // Nothing of it was done, and none of it counts as a wrong password.
      patient.post("/api/auth/login", logIn).expect(200);
      patient.post("/api/auth/signup", signUp).expect(200);
      patient.post("/api/auth/password", change).expect(204);
    }
  }

  @Test
  void readinessFollowsTheStoreAndTheStop() {
    try (TestServer server = new TestServer()) {
      server.client().get("/health/ready").expect(200);
      server.storeReady.set(false);
      server.client().get("/health/ready").expect(503, "unavailable");
      server.client().get("/health/live").expect(200);
      server.storeReady.set(true);
      server.server.drain();
      server.client().get("/health/ready").expect(503, "unavailable");
    }
  }

  @Test
  void brokenRequestsAreAnsweredWithProblems() throws Exception {
    try (TestServer server = new TestServer()) {
      assertTrue(raw(server, "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400 "));
      assertTrue(raw(server, "nonsense\r\n\r\n").contains("\"code\":\"invalid_request\""));
      for (String version : List.of("HTTP/3.0", "HTTP/1.1.1", "HTTP/1", "HTTP/1.1x", "HTTX/1.1")) {
        String answer = raw(server, "GET / " + version + "\r\nHost: x\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      }
      assertTrue(
          raw(server, "GET /%ff%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
              .contains("\"code\":\"invalid_request\""));
      assertTrue(
          raw(
                  server,
                  "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                      + "Content-Type: application/json\r\nContent-Length: 70000\r\n\r\n{")
              .startsWith("HTTP/1.1 413 "));
    }
  }

  @Test
  void aHeaderThatNeverEndsIsCutOff() throws Exception {
    RestSettings local = RestSettings.local(0);
    RestSettings.Limits d = RestSettings.Limits.DEFAULT;
    RestSettings.Limits quick =
        new RestSettings.Limits(
            d.headerBytes(),
            d.uriLength(),
            Duration.ofSeconds(1),
            d.idle(),
            d.keepAlive(),
            d.bytesPerSecond(),
            d.connections(),
            2,
            20,
            20,
            60,
            1,
            20,
            d.json(),
            d.images());
    RestSettings settings =
        new RestSettings(
            local.host(),
            0,
            local.publicUrl(),
            local.allowedOrigins(),
            local.signalingUrl(),
            local.imageSources(),
            local.trustedProxies(),
            local.sessionLife(),
            local.ice(),
            quick);
    try (TestServer server = new TestServer(settings)) {
      long started = System.nanoTime();
      assertEquals("", raw(server, "GET / HTTP/1.1\r\nHost: x\r\nX"));
      long nanos = System.nanoTime() - started;
      assertTrue(nanos >= Duration.ofSeconds(1).toNanos(), () -> nanos + " ns");
    }
  }

  @Test
  void whatIsPrivateNeverReachesTheLog() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("canarymail");
      patient.post(
          "/api/appointments",
          TestServer.booking(doctor, "09:00").replace("a cough", "canaryreason"));
      patient.post("/api/messages/" + doctor.id(), "{\"text\":\"canarytext\"}").expect(201);
      patient.post("/api/auth/login", "{\"email\":\"x@example.org\",\"password\":\"canarypass\"}");
      patient.get("/api/doctors?q=canaryquery&token=canarytoken").expect(200);
      patient.put("/api/patients/me", "{\"canaryfield\":1}").expect(400);
      raw(server, "GET /canary\u0007path HTTP/1.1\r\nHost: x\r\n\r\n");
      String token = patient.token();
      List<String> texts =
          List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
      assertTrue(
          texts.stream()
              .anyMatch(t -> t.matches("POST /api/messages/\\{userId} 201 \\d+ms \\w{26}")));
      for (String text : texts) {
        assertFalse(text.contains("canary"), text);
        assertFalse(text.contains(token), text);
        assertFalse(text.contains("correct horse"), text);
        assertFalse(text.chars().anyMatch(c -> c < 0x20), text);
      }
    } finally {
      root.detachAppender(lines);
    }
  }

  private static String raw(TestServer server, String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      socket.setSoTimeout(8_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException e) {
      return "";
    }
  }
}

package io.healthconnect.rest.http.server;

import static io.healthconnect.rest.rig.RawRequests.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
  @Test
  void tellsTheListenerOfEachRequest() throws Exception {
    try (TestServer server = new TestServer()) {
      Client client = server.client();
      client.get("/api/doctors/none").expect(404);
      client.get("/api/auth/me").expect(401);
      client.send("PATCH", "/api/doctors", "").expect(405);
      assertEquals("GET /api/doctors/{id} 404 not_found", next(server));
      assertEquals("GET /api/auth/me 401 unauthenticated", next(server));
      assertEquals("other - 405 method_not_allowed", next(server));
    }
  }

  private static String next(TestServer server) throws InterruptedException {
    RequestListener.Answered told = server.answered.poll(1, TimeUnit.MINUTES);
    return "%s %s %d %s"
        .formatted(told.method(), told.route(), told.status(), told.code().orElse("-"));
  }

  @Test
  void namesTheClientBehindATrustedProxy() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    RestSettings settings =
        new RestSettings.Builder()
            .trustedProxies(TrustedProxies.parse(List.of("127.0.0.1")))
            .build();
    try (TestServer server = new TestServer(settings)) {
      server
          .client()
          .send("GET", "/api/config", "", "X-Forwarded-For", "9.9.9.9, 2001:db8::7")
          .expect(200);
      server.answered.poll(1, TimeUnit.MINUTES);
      assertTrue(
          List.copyOf(lines.list).stream()
              .map(ILoggingEvent::getFormattedMessage)
              .anyMatch(t -> t.matches("GET /api/config 200 .* 2001:db8:0:0:0:0:0:7 - -")));
    } finally {
      root.detachAppender(lines);
    }
  }

  @Test
  void privateDataNeverReachesTheLog() throws Exception {
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
              .anyMatch(
                  t ->
                      t.matches(
                          "POST /api/messages/\\{userId} 201 \\d+ms \\w{26} 127.0.0.1 "
                              + patient.id()
                              + " -")));
      assertTrue(
          texts.contains("failed log-in from 127.0.0.1: wrong e-mail or password"),
          texts::toString);
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
}

package io.healthconnect.rest.http.server;

import static io.healthconnect.rest.rig.RawRequests.raw;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
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
}

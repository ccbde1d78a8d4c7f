package io.healthconnect.rest.http.server;

import static io.healthconnect.rest.rig.RawRequests.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenRequestsTest {
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
    RestSettings.Limits quick =
        RestSettings.Limits.DEFAULT.withConnections(
            new ConnectionLimits.Builder()
                .headerDeadline(Duration.ofSeconds(1))
                .mostPerAddress(2)
                .build());
    RestSettings settings = new RestSettings.Builder().limits(quick).build();
    try (TestServer server = new TestServer(settings)) {
      long started = System.nanoTime();
      assertEquals("", raw(server, "GET / HTTP/1.1\r\nHost: x\r\nX"));
      long nanos = System.nanoTime() - started;
      assertTrue(nanos >= Duration.ofSeconds(1).toNanos(), () -> nanos + " ns");
    }
  }
}

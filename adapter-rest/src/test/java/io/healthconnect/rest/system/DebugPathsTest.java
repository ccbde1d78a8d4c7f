package io.healthconnect.rest.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** N-06: the public port shows no metrics, no inside of the server, and no versions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebugPathsTest {
  private static final List<String> PATHS =
      List.of(
          ("/metrics /metrics/ /prometheus /actuator /actuator/health /actuator/env"
                  + " /actuator/heapdump /admin /api/admin /debug /debug/pprof /debug/vars /console"
                  + " /h2-console /jolokia /jmx /threads /threaddump /heapdump /env /info /status"
                  + " /server-status /version /api/version /health /healthz /readyz /trace /dump"
                  + " /routes /api /swagger-ui /swagger.json /v2/api-docs /v3/api-docs /openapi.json"
                  + " /graphql /api/metrics /api/debug /api/users /api/logs /logs /.env /.git/config"
                  + " /.git/HEAD /WEB-INF/web.xml /META-INF/MANIFEST.MF /config.json /backup.db"
                  + " /health-connect.db /jwt-secret /data/jwt-secret")
              .split(" "));

  private static final Pattern VERSION =
      Pattern.compile("(?i)jetty|javalin|sqlite|mongo|java/|\\b\\d+\\.\\d+\\.\\d+\\b");

  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void n06ThePublicPortShowsNothingInternal() {
    List<String> found = new ArrayList<>();
    for (Client who : List.of(server.client(), server.patient("paul"), server.doctor("dora"))) {
      for (String path : PATHS) {
        Client.Answer answer = who.get(path);
        if (answer.status() != 404) {
          found.add(path + " " + answer.status());
        }
        who.send("POST", path, "{}");
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void n06HealthAndRefusalsNameNoVersion() {
    Client anybody = server.client();
    for (String path : List.of("/health/live", "/health/ready", "/api/nothing", "/api/auth/me")) {
      Client.Answer answer = anybody.get(path);
      String told = answer.text() + answer.response().headers().map();
      told = told.replace("127.0.0.1:" + server.server.port(), "");
      assertFalse(VERSION.matcher(told).find(), path);
      assertEquals("", answer.header("Server"));
      assertEquals("", answer.header("X-Powered-By"));
    }
  }
}

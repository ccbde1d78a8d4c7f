package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guessed passwords (edge case 4). */
class GuessingTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void case04GuessingHasToWaitAndLooksTheSameForAnybody() {
    for (String email : List.of("paul@example.org", "nobody@example.org")) {
      String wrong = logIn(email, "wrong horse");
      for (int i = 0; i < 4; i++) {
        server.client().post("/api/auth/login", wrong).expect(401, "unauthenticated");
      }
      String right = logIn(email, "correct horse");
      Client.Answer early =
          server.client().post("/api/auth/login", right).expect(429, "rate_limited");
      assertEquals("900", early.header("Retry-After"), email);
      server.clock.advance(Duration.ofMinutes(15));
      server.client().post("/api/auth/login", wrong).expect(401, "unauthenticated");
      server.clock.advance(Duration.ofMinutes(15));
    }
    String right = logIn("paul@example.org", "correct horse");
    server.client().post("/api/auth/login", right).expect(200);
  }

  private static String logIn(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }
}

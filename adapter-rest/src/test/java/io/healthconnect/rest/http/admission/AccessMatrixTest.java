package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.RouteBodies;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What guarded routes reply besides their status ({@link AccessTableTest}), route by route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private TestServer server;
  private Client doctor;
  private Client patient;
  private Client otherDoctor;
  private Client otherPatient;
  private String appointment;

  @BeforeAll
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
    otherDoctor = server.doctor("otto");
    otherPatient = server.patient("pia");
    appointment =
        patient
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .expect(201)
            .json()
            .at("/appointment/id")
            .asText();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void nobodyGetsInWithoutAGoodToken() {
    Client revoked = server.patient("rita");
    revoked.post("/api/auth/logout", null).expect(204);
    Client[] strangers = {
      server.client(),
      server.client().withToken("t.x.patient.y"),
      server.client().withToken("rubbish"),
      revoked
    };
    int guarded = 0;
    for (Route route : server.server.routes()) {
      if (route.who() != Access.ANYONE) {
        guarded++;
        for (Client stranger : strangers) {
          stranger.send(route.method(), path(route), null).expect(401, "unauthenticated");
        }
      }
    }
    assertTrue(guarded >= 35, guarded + " routes");
  }

  /** G-11. */
  @Test
  void anExpiredSessionIsOver() {
    try (TestServer own = new TestServer()) {
      Client late = own.patient("late");
      own.clock.advance(Duration.ofDays(7).minusMillis(1));
      late.get("/api/auth/me").expect(200);
      own.clock.advance(Duration.ofMillis(1));
      late.get("/api/auth/me").expect(401, "unauthenticated");
    }
  }

  /** Z-02 and Z-03. */
  @Test
  void objectsOfOthersDoNotExist() {
    int cells = 0;
    for (Route route : server.server.routes()) {
      boolean own = route.path().contains("{") && !route.path().contains("/me/");
      // Nothing is somebody else's to an admin, and others get no further than the route.
      boolean shared = route.who() == Access.ANYONE || route.who() == Access.ADMIN;
      if (!shared && own) {
        String body = RouteBodies.of(route, 0);
        Client stranger = route.who() == Access.DOCTOR ? otherDoctor : otherPatient;
        cells++;
        Client.Answer theirs = stranger.send(route.method(), path(route), body).expect(404);
        String missing =
            path(route).replace(appointment, "missing").replace(patient.id(), "missing");
        Client.Answer none = stranger.send(route.method(), missing, body).expect(404, "not_found");
        assertEquals(withoutId(none), withoutId(theirs));
        String malformed = path(route).replace(appointment, "a.b").replace(patient.id(), "a.b");
        stranger.send(route.method(), malformed, body).expect(400, "invalid_request");
      }
    }
    assertEquals(16, cells);
  }

  @Test
  void anybodyReadsTheDirectoryWithoutPrivateData() {
    Client anyone = server.client();
    doctor.put("/api/doctors/me", "{\"contactNumber\":\"+49 30 55555\"}").expect(200);
    for (String path :
        new String[] {
          "/api/doctors",
          "/api/doctors/" + doctor.id(),
          "/api/doctors/specializations",
          "/api/doctors/" + doctor.id() + "/reviews",
          "/api/config",
          "/health/live",
          "/health/ready"
        }) {
      String text = anyone.get(path).expect(200).text();
      assertTrue(!text.contains("55555") && !text.contains("@example.org"), text);
    }
  }

  private static String withoutId(Client.Answer answer) {
    return answer.text().replaceAll("\"requestId\":\"\\w+\"", "");
  }

  private String path(Route route) {
    return route
        .path()
        .replace("{id}", route.path().startsWith("/api/appointments") ? appointment : patient.id())
        .replace("{date}", "2026-03-03")
        .replace("{userId}", patient.id())
        .replace("{receiverId}", patient.id());
  }
}

package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.RouteBodies;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.account.PlainTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Z-01: the status of every route for everybody. The columns are: no session, an expired and a
 * revoked session of the patient, and that of a disabled patient (G-09); the patient and the doctor
 * of the appointment; another patient and another doctor; an admin; and, for whoever may use the
 * route, an id that does not exist and one that is malformed. A route that is missing from the
 * table fails.
 */
class AccessTableTest {
  private static final String TABLE =
      """
      POST /api/auth/signup | 200 200 200 200 | 200 200 | 200 200 | 200
      POST /api/auth/login | 200 200 200 200 | 200 200 | 200 200 | 200
      POST /api/auth/logout | 401 401 401 401 | 204 204 | 204 204 | 204
      GET /api/auth/me | 401 401 401 401 | 200 200 | 200 200 | 200
      POST /api/auth/password | 401 401 401 401 | 204 204 | 204 204 | 204
      POST /api/auth/reset | 422 422 422 422 | 422 422 | 422 422 | 422
      POST /api/auth/totp | 401 401 401 401 | 200 200 | 200 200 | 200
      POST /api/auth/totp/confirm | 401 401 401 401 | 409 409 | 409 409 | 409
      DELETE /api/auth/totp | 401 401 401 401 | 204 204 | 204 204 | 204
      GET /api/auth/sessions | 401 401 401 401 | 200 200 | 200 200 | 200
      DELETE /api/auth/sessions | 401 401 401 401 | 204 204 | 204 204 | 204
      DELETE /api/auth/sessions/{id} | 401 401 401 401 | 404 404 | 404 404 | 404 | 404 400
      GET /api/admin/users | 401 401 401 401 | 403 403 | 403 403 | 200
      GET /api/admin/users/{id} | 401 401 401 401 | 403 403 | 403 403 | 200 | 404 400
      POST /api/admin/users/{id}/approve | 401 401 401 401 | 403 403 | 403 403 | 200 | 404 400
      POST /api/admin/users/{id}/reject | 401 401 401 401 | 403 403 | 403 403 | 200 | 404 400
      POST /api/admin/users/{id}/disable | 401 401 401 401 | 403 403 | 403 403 | 200 | 404 400
      POST /api/admin/users/{id}/enable | 401 401 401 401 | 403 403 | 403 403 | 200 | 404 400
      POST /api/admin/users/{id}/reset-link | 401 401 401 401 | 403 403 | 403 403 | 200 | 404 400
      DELETE /api/me | 401 401 401 401 | 422 422 | 422 422 | 422
      POST /api/admin/users/{id}/erase | 401 401 401 401 | 403 403 | 403 403 | 204 | 404 400
      GET /api/me/export | 401 401 401 401 | 200 200 | 200 200 | 200
      GET /api/me/audit | 401 401 401 401 | 200 200 | 200 200 | 200
      GET /api/admin/audit | 401 401 401 401 | 403 403 | 403 403 | 200
      GET /api/doctors | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /api/doctors/specializations | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /api/doctors/{id} | 200 200 200 200 | 200 200 | 200 200 | 200 | 404 400
      GET /api/doctors/{id}/slots | 200 200 200 200 | 200 200 | 200 200 | 200 | 404 400
      GET /api/doctors/{id}/reviews | 200 200 200 200 | 200 200 | 200 200 | 200 | 404 400
      PUT /api/doctors/me | 401 401 401 401 | 403 200 | 403 200 | 403
      PUT /api/doctors/me/schedule | 401 401 401 401 | 403 200 | 403 200 | 403
      PUT /api/doctors/me/overrides | 401 401 401 401 | 403 200 | 403 200 | 403
      DELETE /api/doctors/me/overrides | 401 401 401 401 | 403 400 | 403 400 | 403
      PUT /api/doctors/me/overrides/{date} | 401 401 401 401 | 403 200 | 403 200 | 403
      DELETE /api/doctors/me/overrides/{date} | 401 401 401 401 | 403 200 | 403 200 | 403
      GET /api/patients/me | 401 401 401 401 | 200 403 | 200 403 | 403
      PUT /api/patients/me | 401 401 401 401 | 200 403 | 200 403 | 403
      GET /api/patients | 401 401 401 401 | 403 200 | 403 200 | 403
      GET /api/patients/{id} | 401 401 401 401 | 403 200 | 403 404 | 403 | 404 400
      POST /api/appointments | 401 401 401 401 | 201 403 | 201 403 | 403
      POST /api/appointments/{id}/reschedule | 401 401 401 401 | 200 200 | 404 404 | 404 | 404 400
      GET /api/appointments | 401 401 401 401 | 200 200 | 200 200 | 200
      GET /api/appointments/{id} | 401 401 401 401 | 200 200 | 404 404 | 404 | 404 400
      POST /api/appointments/{id}/confirm | 401 401 401 401 | 403 200 | 403 404 | 403 | 404 400
      POST /api/appointments/{id}/decline | 401 401 401 401 | 403 200 | 403 404 | 403 | 404 400
      POST /api/appointments/{id}/cancel | 401 401 401 401 | 200 200 | 404 404 | 404 | 404 400
      POST /api/appointments/{id}/complete | 401 401 401 401 | 403 200 | 403 404 | 403 | 404 400
      POST /api/appointments/{id}/no-show | 401 401 401 401 | 403 409 | 403 404 | 403 | 404 400
      PUT /api/appointments/{id}/notes | 401 401 401 401 | 403 200 | 403 404 | 403 | 404 400
      PUT /api/appointments/{id}/review | 401 401 401 401 | 200 403 | 404 403 | 403 | 404 400
      POST /api/message/send/{receiverId} | 401 401 401 401 | 201 201 | 404 404 | 404 | 404 400
      POST /api/messages/{userId} | 401 401 401 401 | 201 201 | 404 404 | 404 | 404 400
      GET /api/messages | 401 401 401 401 | 200 200 | 200 200 | 200
      GET /api/messages/{userId} | 401 401 401 401 | 200 200 | 404 404 | 404 | 404 400
      POST /api/messages/{userId}/read | 401 401 401 401 | 204 204 | 404 404 | 404 | 404 400
      PUT /api/me/avatar | 401 401 401 401 | 200 200 | 200 200 | 200
      DELETE /api/me/avatar | 401 401 401 401 | 204 204 | 204 204 | 204
      GET /api/media/{id} | 401 401 401 401 | 200 200 | 404 404 | 404 | 404 400
      GET /api/calls | 401 401 401 401 | 200 200 | 200 200 | 200
      GET /api/ice-servers | 401 401 401 401 | 200 200 | 200 200 | 200
      GET /api/config | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /health/live | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /health/ready | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /openapi.yaml | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /docs | 200 200 200 200 | 200 200 | 200 200 | 200
      GET /docs.css | 200 200 200 200 | 200 200 | 200 200 | 200
      GET / | 200 200 200 200 | 200 200 | 200 200 | 200
      """;

  /** One server for each route, so that routes do not affect each other. */
  private static final class Row implements AutoCloseable {
    private final TestServer server = new TestServer();
    private final Route route;
    private final Client doctor = server.doctor("dora");
    private final Client patient = server.patient("paul");
    private final Client otherDoctor = server.doctor("otto");
    private final Client otherPatient = server.patient("pia");
    private final Client admin = server.admin("ada");
    private int hour = 8;

    Row(Route route) {
      this.route = route;
    }

    String line() {
      Client revoked = server.client().withToken(session("revoked", Duration.ofDays(1)));
      revoked.post("/api/auth/logout", null).expect(204);
      Client expired = server.client().withToken(session("expired", Duration.ZERO));
      Client disabled = server.patient("pam");
      server.decide(disabled, Decision.DISABLE);
      List<Client> people =
          List.of(
              server.client(),
              expired,
              revoked,
              disabled,
              patient,
              doctor,
              otherPatient,
              otherDoctor,
              admin);
      // All are created before the first request, which may end a session.
      List<Map<String, String>> appointments = people.stream().map(who -> appointment()).toList();
      takePlace(appointments);
      List<Integer> cells = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        cells.add(ask(people.get(i), appointments.get(i), i));
      }
      if (route.path().contains("{") && !route.path().contains("{date}")) {
        Client allowed =
            switch (route.who()) {
              case DOCTOR -> doctor;
              case ADMIN -> admin;
              case ANYONE, MAYBE_SIGNED_IN, SIGNED_IN, PATIENT -> patient;
            };
        cells.add(ask(allowed, Map.of("", "missing"), people.size()));
        cells.add(ask(allowed, Map.of("", "a.b"), people.size()));
      }
      return route.method() + " " + route.path() + groups(cells);
    }

    /** Only appointments that have started can be completed and reviewed. */
    private void takePlace(List<Map<String, String>> appointments) {
      boolean review = route.path().endsWith("/review");
      if (review || route.path().endsWith("/complete")) {
        server.clock.set(Instant.parse("2026-03-03T17:00:00Z"));
      }
      for (Map<String, String> appointment :
          review ? appointments : List.<Map<String, String>>of()) {
        doctor
            .post("/api/appointments/" + appointment.get("/api/appointments") + "/complete", null)
            .expect(200);
      }
    }

    private static String groups(List<Integer> cells) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        line.append(Set.of(0, 4, 6, 8, 9).contains(i) ? " | " : " ").append(cells.get(i));
      }
      return line.toString();
    }

    private String session(String id, Duration life) {
      Session session =
          new Session(
              new SessionId(id),
              new AccountId(patient.id()),
              server.clock.instant(),
              server.clock.instant().plus(life),
              ClientSoftware.UNKNOWN);
      server
          .store
          .sessions()
          .open(session, server.store.accounts().credentials(session.accountId()).orElseThrow());
      return new PlainTokens().issue(session, Role.PATIENT);
    }

    /** Ids by path prefix: a separate appointment, in the status that the route needs. */
    private Map<String, String> appointment() {
      hour++;
      String time = hour < 17 ? "%02d:00".formatted(hour) : "16:30";
      String booking = TestServer.booking(doctor, time);
      String id =
          patient
              .post("/api/appointments", booking)
              .expect(201)
              .json()
              .at("/appointment/id")
              .asText();
      String verb = route.path().replaceAll(".*/", "");
      if (List.of("complete", "no-show", "review").contains(verb)) {
        doctor.post("/api/appointments/" + id + "/confirm", null).expect(200);
      }
      return Map.of("/api/appointments", id, "/api/doctors", doctor.id(), "/api/media", image());
    }

    private String image() {
      return patient
          .post("/api/messages/" + doctor.id(), "{\"image\":\"data:image/png;base64,cG5n\"}")
          .expect(201)
          .json()
          .at("/message/image/id")
          .asText();
    }

    private int ask(Client who, Map<String, String> ids, int cell) {
      // Keeps rate limits out of the way.
      server.clock.advance(Duration.ofSeconds(3));
      boolean isDoctor = who == doctor || who == otherDoctor;
      String other = isDoctor ? patient.id() : doctor.id();
      String own =
          ids.entrySet().stream()
              .filter(entry -> route.path().startsWith(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(route.path().startsWith("/api/patients") ? patient.id() : other);
      String path =
          route
              .path()
              .replace("{date}", "2026-03-04")
              .replaceAll("\\{\\w+}", own)
              .replaceAll("/slots$", "/slots?from=2026-03-03&to=2026-03-03");
      boolean books = route.method().equals("POST") && route.path().equals("/api/appointments");
      String body =
          books
              ? TestServer.booking(doctor, "%02d:30".formatted(9 + cell))
              : RouteBodies.of(route, cell);
      return who.send(route.method(), path, body).status();
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @Test
  void z01EveryRouteAnswersEverybodyAsTheTableSays() {
    List<String> lines = new ArrayList<>();
    List<Route> routes;
    try (TestServer any = new TestServer()) {
      routes = any.server.routes();
    }
    for (Route route : routes) {
      try (Row row = new Row(route)) {
        lines.add(row.line());
      }
    }
    assertEquals(TABLE.strip(), String.join("\n", lines));
  }
}

package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.rest.rig.VisitScene;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts that cannot be removed (edge case 39). */
class RemovalTest {
  private final VisitScene scene = new VisitScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  /**
   * Whoever adds such a route must decide what happens to the account's appointments, messages and
   * records.
   */
  @Test
  void case39NothingRemovesAnAccount() {
    List<String> removals =
        server.server.routes().stream()
            .filter(route -> route.method().equals("DELETE"))
            .map(Route::path)
            .toList();
    assertEquals(
        List.of(
            "/api/auth/totp",
            "/api/auth/sessions",
            "/api/auth/sessions/{id}",
            "/api/doctors/me/overrides",
            "/api/doctors/me/overrides/{date}",
            "/api/me/avatar"),
        removals);
    List<String> uses =
        Stream.of(AccountUseCases.class.getRecordComponents()).map(c -> c.getName()).toList();
    assertEquals(
        List.of(
            "signUp",
            "logIn",
            "logOut",
            "changePassword",
            "issueResetLink",
            "resetPassword",
            "authenticate",
            "sessions",
            "secondFactor",
            "findAccount",
            "recognizeDevice",
            "markDevice"),
        uses);
    scene.book(patient, doctor, "09:00");
    for (String path : List.of("/api/auth/me", "/api/patients/me", "/api/doctors/me")) {
      patient.send("DELETE", path, null).expect(405, "method_not_allowed");
    }
    patient.send("DELETE", "/api/me", null).expect(404, "not_found");
  }
}

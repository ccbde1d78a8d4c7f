package io.healthconnect.rest.rig;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.RestSettings.Limited;
import io.healthconnect.rest.http.admission.Rate;
import io.healthconnect.rest.http.request.ImageLimits;
import io.healthconnect.rest.http.request.JsonLimits;
import io.healthconnect.rest.http.server.ConnectionLimits;
import io.healthconnect.testkit.account.PlainTimeCodes;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server whose people have all that they may have, and a right request, with every member, for
 * each operation with a body. None has been sent.
 */
public final class RightRequests implements AutoCloseable {
  /** A request that is done, as long as its body is as it is here. */
  public record Good(String operation, Client who, String path, String body) {
    public String schema() {
      return OpenApiContract.body(operation).orElseThrow();
    }
  }

  private final List<Good> goods = new ArrayList<>();
  public final TestServer server =
      new TestServer(
          new RestSettings.Builder()
              .vapidKey(Optional.of("vapid-key"))
              .limits(
                  new RestSettings.Limits(
                      ConnectionLimits.DEFAULT,
                      2,
                      RestSettings.Rates.DEFAULT.with(Limited.RECOVERIES, Rate.perMinute(20)),
                      JsonLimits.DEFAULT,
                      ImageLimits.DEFAULT))
              .build());
  public final Client doctor = server.doctor("dora");
  public final Client patient = server.patient("paul");
  private int hour = 9;
  private AccountId forgetful = new AccountId("nobody");
  private AccountId cautious = new AccountId("nobody");
  private AccountId mover = new AccountId("nobody");
  private int addresses = 0;

  public RightRequests() {
    accounts();
    practice();
    appointments();
    messages();
    aliases();
    reset();
  }

  /** After the appointments, which must not have started: each request takes three seconds. */
  private void aliases() {
    add("PUT /api/doctors/profile", server.doctor("older"));
    add("PUT /api/patients/profile", server.patient("oldest"));
  }

  private void reset() {
    forgetful = new AccountId(server.patient("forgets").id());
    add("POST /api/auth/reset", server.client());
    add("POST /api/auth/forgot", server.client());
    add("PUT /api/me/email", server.patient("moves"));
    mover = new AccountId(server.patient("verifies").id());
    add("POST /api/auth/verify", server.client());
  }

  /** A link expires while other requests are sent. */
  private void renewLink() {
    server
        .store
        .accounts()
        .addResetToken(
            ResetToken.create(RouteBodies.RESET_SECRET, forgetful, server.clock.instant()));
  }

  /** Each time another address waits to be confirmed. */
  private void renewConfirmation() {
    Instant now = server.clock.instant();
    Email next = new Email("verifies" + addresses++ + "@example.org");
    AuditEvent event = AuditEvent.of(AuditAction.EMAIL_CHANGE_REQUESTED, now).about(mover);
    server
        .store
        .accounts()
        .credentials(mover)
        .ifPresent(checked -> server.store.emails().await(checked, next, now, event));
    server.store.emails().addToken(EmailToken.create(RouteBodies.EMAIL_SECRET, mover, next, now));
  }

  /** The code stays right while the time passes. */
  private void renewSecret() {
    long step = server.clock.instant().getEpochSecond() / SecondFactor.STEP.toSeconds();
    server
        .store
        .accounts()
        .beginSecondFactor(cautious, PlainTimeCodes.secretFor(RouteBodies.CODE, step));
  }

  public List<Good> all() {
    return goods;
  }

  /** Sends another body, and headers, where the right one goes. */
  public Client.Answer send(Good good, byte[] body, String... headers) {
    return send(good, good.path(), body, headers);
  }

  public Client.Answer send(Good good, String path, byte[] body, String... headers) {
    // No rate is in the way.
    server.clock.advance(Duration.ofSeconds(3));
    renewLink();
    renewConfirmation();
    renewSecret();
    var request = good.who().builder(path).header("Content-Type", "application/json");
    if (!good.who().token().isEmpty()) {
      request.header("Authorization", "Bearer " + good.who().token());
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    String method = good.operation().split(" ")[0];
    return good.who().send(request.method(method, BodyPublishers.ofByteArray(body)));
  }

  @Override
  public void close() {
    server.close();
  }

  /** An operation whose path is its pattern. */
  private void add(String operation, Client who) {
    add(operation, who, operation.substring(operation.indexOf(' ') + 1));
  }

  private void add(String operation, Client who, String path) {
    add(operation, who, path, RouteBodies.of(operation, goods.size()).orElseThrow());
  }

  private void add(String operation, Client who, String path, String body) {
    goods.add(new Good(operation, who, path, body));
  }

  private void accounts() {
    String signUp = "POST /api/auth/signup";
    add(signUp, server.client(), "/api/auth/signup", RouteBodies.ofNewDoctor(0));
    add(signUp, server.client());
    add("POST /api/auth/login", server.client());
    add("POST /api/auth/password", server.patient("changes"));
    add("DELETE /api/auth/totp", server.patient("turnsOff"));
    Client careful = server.patient("confirms");
    cautious = new AccountId(careful.id());
    add("POST /api/auth/totp/confirm", careful);
    add("DELETE /api/me", server.patient("leaves"));
    add(
        "POST /api/admin/users/{id}/reject",
        server.admin("ada"),
        "/api/admin/users/" + server.doctor("waits").id() + "/reject");
    add("PUT /api/me/preferences", patient);
    add("PUT /api/me/avatar", patient);
  }

  private void practice() {
    Client other = server.doctor("otto");
    add("PUT /api/doctors/me", other);
    add("PUT /api/doctors/me/credentials", other);
    add("PUT /api/doctors/me/schedule", other);
    add("PUT /api/doctors/me/overrides", other);
    add("PUT /api/doctors/me/overrides/{date}", other, "/api/doctors/me/overrides/2026-03-04");
    add("PUT /api/doctors/me/running-late", other);
    add("PUT /api/patients/me", patient);
  }

  private void appointments() {
    String reviewed = appointment(patient, "PUT", "review");
    doctor.post(reviewed + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
    doctor.post(reviewed + "/complete", null).expect(200);
    add(
        "POST /api/appointments",
        server.patient("books"),
        "/api/appointments",
        TestServer.booking(doctor, "16:00"));
    add(
        "POST /api/appointments",
        doctor,
        "/api/appointments",
        TestServer.booking(doctor, patient, "17:30"));
    String holds = "POST /api/doctors/{id}/holds";
    add(
        holds,
        server.patient("holds"),
        "/api/doctors/" + doctor.id() + "/holds",
        RouteBodies.of(holds, 3).orElseThrow());
    appointment(doctor, "POST", "decline");
    appointment(patient, "POST", "cancel");
    appointment(patient, "POST", "reschedule");
    appointment(doctor, "PUT", "notes");
  }

  private String appointment(Client who, String method, String verb) {
    String booking = TestServer.booking(doctor, "%02d:00".formatted(hour++));
    JsonNode booked = patient.post("/api/appointments", booking).expect(201).json();
    String path = "/api/appointments/" + booked.at("/appointment/id").asText();
    String operation = method + " /api/appointments/{id}/" + verb;
    add(operation, who, path + '/' + verb, RouteBodies.of(operation, 0).orElseThrow());
    return path;
  }

  private void messages() {
    String id = doctor.id();
    add("POST /api/messages/{userId}", patient, "/api/messages/" + id);
    add("POST /api/message/send/{receiverId}", patient, "/api/message/send/" + id);
    for (String path : List.of("/api/messages/", "/api/message/send/")) {
      String operation = "POST " + path + (path.contains("send") ? "{receiverId}" : "{userId}");
      add(operation, patient, path + id, RouteBodies.ofDocument(goods.size()));
    }
    add("POST /api/messages/{userId}/read", patient, "/api/messages/" + id + "/read");
    add("POST /api/notices/read", patient, "/api/notices/read");
    add("PUT /api/me/notice-settings", patient);
    add("POST /api/me/push-subscriptions", patient);
    add("DELETE /api/me/push-subscriptions", patient);
  }
}

package io.healthconnect.rest.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.RecordedChanges;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Z-05 and Z-06: what those have who talk to each other no longer, or never did. */
class EndedContactRoutesTest {
  private static final String HELLO = "{\"text\":\"Hello\"}";
  private static final String IMAGE = "{\"image\":\"data:image/png;base64,cG5n\"}";

  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("paul");
  private String appointment = "";

  @BeforeEach
  void talk() {
    appointment = book();
    patient.post("/api/messages/" + doctor.id(), HELLO).expect(201);
    doctor.post("/api/messages/" + patient.id(), HELLO).expect(201);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String book() {
    return patient
        .post("/api/appointments", TestServer.booking(doctor, "09:00"))
        .expect(201)
        .json()
        .at("/appointment/id")
        .asText();
  }

  private void cancel(String id) {
    patient.post("/api/appointments/" + id + "/cancel", "{\"reason\":\"Well\"}").expect(200);
  }

  @Test
  void z05NothingNewComesFromSomebodyWithoutContact() {
    doctor.get("/api/patients/" + patient.id()).expect(200);
    String read = "/api/messages/" + doctor.id() + "/read";
    cancel(appointment);
    RecordedChanges heard = RecordedChanges.from(server.store.feed());
    for (String body : List.of(HELLO, IMAGE)) {
      patient.post("/api/messages/" + doctor.id(), body).expect(403, "forbidden");
      doctor.post("/api/messages/" + patient.id(), body).expect(403, "forbidden");
      patient.post("/api/message/send/" + doctor.id(), body).expect(403, "forbidden");
    }
    patient.post(read, "{\"upTo\":2}").expect(204);
    assertEquals(List.of(), heard.all(), "the other side is told of nothing");
    doctor.get("/api/patients/" + patient.id()).expect(404, "not_found");
    assertEquals(0, doctor.get("/api/patients").expect(200).json().path("patients").size());
    assertEquals(0, doctor.get("/api/patients?q=paul").expect(200).json().path("patients").size());
    JsonNode entry = doctor.get("/api/messages").expect(200).json().at("/conversations/0");
    assertFalse(entry.at("/user/online").asBoolean(true));
    JsonNode history =
        doctor.get("/api/messages/" + patient.id()).expect(200).json().path("messages");
    assertEquals(2, history.size(), "what was said stays");
    assertTrue(history.get(1).path("readAt").isNull(), "and tells no more of the reader");
  }

  @Test
  void z06OnlyTheReceiverMarksAndOnlyForward() {
    Client stranger = server.patient("stan");
    String of = "/api/messages/%s/read";
    for (String other : List.of(doctor.id(), patient.id(), stranger.id(), "missing")) {
      stranger.post(of.formatted(other), "{\"upTo\":2}").expect(404, "not_found");
    }
    RecordedChanges heard = RecordedChanges.from(server.store.feed());
    for (String forged :
        List.of(
            "{\"upTo\":2,\"by\":\"x\"}", "{\"upTo\":2,\"readAt\":\"2026-01-01T00:00:00.000Z\"}")) {
      doctor.post(of.formatted(patient.id()), forged).expect(400, "invalid_request");
    }
    for (String odd : List.of("-1", "1e9", "\"2\"", "null", "[2]", "9223372036854775808")) {
      doctor.post(of.formatted(patient.id()), "{\"upTo\":" + odd + "}").expect(400);
    }
    assertEquals(List.of(), heard.all());
    // The doctor has sent the second message, and received the first alone.
    doctor.post(of.formatted(patient.id()), "{\"upTo\":1000}").expect(204);
    AccountId by = new AccountId(doctor.id());
    assertEquals(List.of(new Change.MessagesRead(by, new AccountId(patient.id()), 2)), heard.all());
    JsonNode seen = patient.get("/api/messages/" + doctor.id()).json().path("messages");
    String readAt = seen.get(0).path("readAt").asText();
    assertFalse(readAt.isEmpty());
    assertTrue(seen.get(1).path("readAt").isNull(), "nobody reads for another");
    server.clock.advance(Duration.ofHours(1));
    doctor.post(of.formatted(patient.id()), "{\"upTo\":0}");
    doctor.post(of.formatted(patient.id()), "{\"upTo\":1}").expect(204);
    assertEquals(1, heard.all().size());
    JsonNode again = patient.get("/api/messages/" + doctor.id()).json().path("messages");
    assertEquals(readAt, again.get(0).path("readAt").asText(), "a mark does not move");
  }

  @Test
  void z06NothingThatWasSentIsChangedOrTakenBack() {
    for (Client one : List.of(patient, doctor)) {
      String other = one == patient ? doctor.id() : patient.id();
      for (String method : List.of("PUT", "PATCH", "DELETE")) {
        for (String path : List.of("", "/1", "/1/read", "/read")) {
          Client.Answer answer = one.send(method, "/api/messages/" + other + path, HELLO);
          assertTrue(answer.status() == 404 || answer.status() == 405, answer::text);
        }
      }
    }
    assertEquals(2, patient.get("/api/messages/" + doctor.id()).json().path("messages").size());
  }
}

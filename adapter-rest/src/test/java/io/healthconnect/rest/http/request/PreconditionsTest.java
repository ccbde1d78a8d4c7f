package io.healthconnect.rest.http.request;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, 13.2.1: a precondition is looked at after everything that is wrong without it. */
class PreconditionsTest {
  private TestServer server;
  private Client doctor;
  private Client patient;
  private String appointment;

  @BeforeEach
  void book() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
    appointment =
        "/api/appointments/"
            + patient
                .post("/api/appointments", TestServer.booking(doctor, "09:00"))
                .expect(201)
                .json()
                .at("/appointment/id")
                .asText();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /**
   * @param tag names another version, or none at all
   */
  @ParameterizedTest
  @ValueSource(strings = {"\"9\"", "nonsense"})
  void whatIsWrongBesidesIsSaidFirst(String tag) {
    String tooLong = "x".repeat(8001);
    send(patient, "POST", "/api/appointments/none/cancel", "{\"reason\":\"Ill\"}", tag).expect(404);
    send(patient, "POST", "/api/appointments/no%20id/cancel", "{\"reason\":\"Ill\"}", tag)
        .expect(400);
    send(patient, "POST", appointment + "/cancel", "{\"reason\":\" \"}", tag).expect(400);
    send(doctor, "PUT", appointment + "/notes", "{\"notes\":\"" + tooLong + "\"}", tag).expect(400);
    String move =
        "{\"date\":\"2026-03-04\",\"startTime\":\"10:00\",\"reason\":\"" + tooLong + "\"}";
    send(patient, "POST", appointment + "/reschedule", move, tag).expect(400);
    send(doctor, "PUT", "/api/doctors/me", "{\"slotMinutes\":1}", tag).expect(400);
    send(patient, "PUT", "/api/patients/me", "{\"dateOfBirth\":\"2199-01-01\"}", tag).expect(400);

    send(patient, "POST", appointment + "/cancel", "{\"reason\":\"Ill\"}", tag).expect(412);
    send(doctor, "PUT", appointment + "/notes", "{\"notes\":\"Rest\"}", tag).expect(412);
    send(doctor, "PUT", "/api/doctors/me", "{\"slotMinutes\":20}", tag).expect(412);
    send(patient, "PUT", "/api/patients/me", "{\"gender\":\"female\"}", tag).expect(412);
  }

  private static Client.Answer send(
      Client who, String method, String path, String body, String tag) {
    return who.send(method, path, body, "If-Match", tag);
  }
}

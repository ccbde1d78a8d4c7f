package io.healthconnect.rest.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void refusesToChangeARecordFromAStaleVersion() {
    Client patient = server.patient("paul");
    String seen = version(me(patient));
    JsonNode saved = put(patient, "/api/patients/me", "{\"allergies\":\"Nuts\"}", seen).json();
    refused(patient, "/api/patients/me", "{\"allergies\":\"None\"}", seen);
    assertEquals("Nuts", me(patient).path("allergies").asText());
    assertEquals(version(saved), version(patient.get("/api/patients/me").expect(200).json()));
    put(patient, "/api/patients/me", "{\"allergies\":\"Nuts, milk\"}", version(saved));
  }

  @Test
  void aProblemWithinAListNamesTheElement() {
    Client patient = server.patient("paul");
    String good = "{\"name\":\"Ann\",\"contactNumber\":\"12345\"}";
    String bad = "{\"name\":\"Ben\",\"contactNumber\":\"by mail\"}";
    JsonNode problem =
        patient
            .put("/api/patients/me", "{\"emergencyContacts\":[" + good + "," + bad + "]}")
            .expect(400, "invalid_request")
            .json();
    assertEquals("emergencyContacts[1].contactNumber", problem.at("/errors/0/field").asText());
  }

  private static JsonNode me(Client client) {
    return client.get("/api/auth/me").expect(200).json().path("user");
  }

  private static String version(JsonNode holder) {
    return "\"" + holder.path("version").longValue() + "\"";
  }

  private static Client.Answer put(Client client, String path, String body, String version) {
    return client.send("PUT", path, body, "If-Match", version).expect(200);
  }

  private static void refused(Client client, String path, String body, String version) {
    client.send("PUT", path, body, "If-Match", version).expect(412, "precondition_failed");
  }
}

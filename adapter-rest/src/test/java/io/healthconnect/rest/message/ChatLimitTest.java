package io.healthconnect.rest.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.Test;

class ChatLimitTest {
  @Test
  void chatIsLimitedByPerson() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
      String path = "/api/messages/" + doctor.id();
      for (int i = 1; i <= 60; i++) {
        Client.Answer sent = patient.post(path, "{\"text\":\"hello\"}").expect(201);
        assertEquals(i, sent.json().at("/message/seq").asInt());
      }
      assertEquals(
          "1",
          patient
              .post(path, "{\"text\":\"hello\"}")
              .expect(429, "rate_limited")
              .header("Retry-After"));
      doctor
          .post("/api/message/send/" + patient.id(), "{\"text\":\"hi\",\"clientId\":\"c1\"}")
          .expect(201);
      doctor
          .post("/api/message/send/" + patient.id(), "{\"text\":\"other\",\"clientId\":\"c1\"}")
          .expect(422, "key_reuse");
      doctor.post(path.replace(doctor.id(), patient.id()) + "/read", "{\"upTo\":60}").expect(204);
      assertEquals(
          0, doctor.get("/api/messages").expect(200).json().at("/conversations/0/unread").asInt());
      assertEquals(2, patient.get(path + "?after=59").expect(200).json().path("messages").size());
      patient.get(path + "?after=1&before=3").expect(400, "invalid_request");
      patient.post(path, "{\"text\":\"x\",\"image\":\"data:\"}").expect(400, "invalid_request");
      patient.get("/api/calls").expect(200);
      patient.get("/api/ice-servers").expect(200);
      doctor.get("/api/patients").expect(200);
      doctor.get("/api/patients/" + patient.id()).expect(200);
    }
  }
}

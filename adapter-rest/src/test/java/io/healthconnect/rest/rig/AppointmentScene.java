package io.healthconnect.rest.rig;

import com.fasterxml.jackson.databind.JsonNode;

/** A server with a doctor and a patient, and what the two do with their appointments. */
public final class AppointmentScene implements AutoCloseable {
  public final TestServer server = new TestServer();
  public final Client doctor = server.doctor("dora");
  public final Client patient = server.patient("paul");

  /** Books on Tuesday 2026-03-03; the identifier of the appointment. */
  public String book(Client by, Client with, String time) {
    return by.post("/api/appointments", TestServer.booking(with, time))
        .expect(201)
        .json()
        .at("/appointment/id")
        .asText();
  }

  /** Asks for another time. */
  public Client.Answer move(Client actor, String appointment, String date, String time) {
    return actor.post(
        "/api/appointments/" + appointment + "/reschedule",
        "{\"date\":\"%s\",\"startTime\":\"%s\"}".formatted(date, time));
  }

  /** The appointment as the patient sees it. */
  public JsonNode read(String appointment) {
    return patient.get("/api/appointments/" + appointment).expect(200).json().path("appointment");
  }

  /** Moves the practice to another zone. */
  public JsonNode zone(String id) {
    return doctor.put("/api/doctors/me", "{\"timeZone\":\"" + id + "\"}").expect(200).json();
  }

  /** The patient writes as many messages. */
  public void say(int messages) {
    for (int i = 0; i < messages; i++) {
      patient.post("/api/messages/" + doctor.id(), "{\"text\":\"hello\"}").expect(201);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

package io.healthconnect.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A doctor and a patient who share a visit, so that they may chat and call. */
public record Pair(Person doctor, Person patient) {
  /** A free time of the doctor as the server lists it. */
  public record Slot(String date, String startTime, String startsAt) {}

  /** Signs both up and books their first visit. */
  public static Pair create(Api api, String name) throws IOException, InterruptedException {
    Pair pair =
        new Pair(Person.doctor(api, "doctor-" + name), Person.patient(api, "patient-" + name));
    pair.book(api, pair.freeSlots(api, 2).get(0)).expect(201);
    return pair;
  }

  public Api.Reply book(Api api, Slot slot) throws IOException, InterruptedException {
    return api.post("/api/appointments", patient.token(), booking(slot));
  }

  /** A booking that can be sent again with the same key. */
  public Api.Reply book(Api api, Slot slot, String key) throws IOException, InterruptedException {
    return api.post("/api/appointments", patient.token(), booking(slot), key);
  }

  private Map<String, String> booking(Slot slot) {
    return Map.of(
        "doctorId", doctor.id(),
        "date", slot.date(),
        "startTime", slot.startTime(),
        "mode", "video",
        "reason", "Check-up");
  }

  public Api.Reply sendFromPatient(Api api, String text, String clientId)
      throws IOException, InterruptedException {
    return api.post(
        "/api/messages/" + doctor.id(),
        patient.token(),
        Map.of("text", text, "clientId", clientId));
  }

  public Api.Reply sendFromDoctor(Api api, String text, String clientId)
      throws IOException, InterruptedException {
    return api.post(
        "/api/messages/" + patient.id(),
        doctor.token(),
        Map.of("text", text, "clientId", clientId));
  }

  /** The free times from tomorrow on. */
  public List<Slot> freeSlots(Api api, int days) throws IOException, InterruptedException {
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    String path =
        "/api/doctors/" + doctor.id() + "/slots?from=" + from + "&to=" + from.plusDays(days);
    List<Slot> slots = new ArrayList<>();
    for (JsonNode slot : api.get(path, patient.token()).expect(200).body().path("slots")) {
      slots.add(
          new Slot(
              slot.path("date").asText(),
              slot.path("startTime").asText(),
              slot.path("startsAt").asText()));
    }
    return slots;
  }
}

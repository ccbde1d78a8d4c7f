package io.healthconnect.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A doctor and a patient who share an appointment, and so may chat and call. */
public record Pair(Person doctor, Person patient) {
  /** A slot of the doctor, as the server lists it. */
  public record Slot(String date, String startTime, String startsAt) {}

  /**
   * Signs both up and books their first appointment, so that each may ring the other at any time.
   */
  public static Pair create(Api api, String name) throws IOException, InterruptedException {
    Pair pair =
        new Pair(Person.doctor(api, "doctor-" + name), Person.patient(api, "patient-" + name));
    String token = pair.doctor().token();
    api.put("/api/doctors/me", token, Map.of("callsAnytime", true)).expect(200);
    Api.Reply booked = pair.book(api, pair.freeSlots(api, 2).get(0)).expect(201);
    String id = booked.body().at("/appointment/id").asText();
    api.post("/api/appointments/" + id + "/confirm", token, Map.of()).expect(200);
    return pair;
  }

  public Api.Reply book(Api api, Slot slot) throws IOException, InterruptedException {
    return api.post("/api/appointments", patient.token(), booking(slot));
  }

  /** Books with an idempotency key, so that the request can be resent. */
  public Api.Reply book(Api api, Slot slot, String key) throws IOException, InterruptedException {
    return api.post("/api/appointments", patient.token(), booking(slot), key);
  }

  /** The doctor books an appointment that starts at once, so that it can be completed. */
  public Api.Reply meet(Api api) throws IOException, InterruptedException {
    Api.Reply booked = meetAt(api, LocalDateTime.now(ZoneOffset.UTC));
    // A minute may have passed in between.
    return booked.status() == 422 ? meetAt(api, LocalDateTime.now(ZoneOffset.UTC)) : booked;
  }

  private Api.Reply meetAt(Api api, LocalDateTime now) throws IOException, InterruptedException {
    return api.post(
        "/api/appointments",
        doctor.token(),
        Map.of(
            "patientId", patient.id(),
            "date", now.toLocalDate().toString(),
            "startTime", now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
            "mode", "video"));
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

  /** The slots from the day after tomorrow on, which nothing that begins today reaches. */
  public List<Slot> freeSlots(Api api, int days) throws IOException, InterruptedException {
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(2);
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

package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The main user journey over the wire. Records what two people did, so that it can be checked
 * later.
 */
record Journey(Pair pair, String appointment, String finished, String callId) {
  private static final int RIVALS = 8;

  /** The nodes for requests and for the socket of each person. */
  record Sites(URI rest, URI doctor, URI patient) {
    static Sites all(URI base) {
      return new Sites(base, base, base);
    }
  }

  /** The two meet, book, chat, call and finish. */
  static Journey make(Sites sites) throws Exception {
    Api api = new Api(sites.rest());
    Pair pair = new Pair(Person.doctor(api, "asha"), Person.patient(api, "nina"));
    List<Pair.Slot> slots = pair.freeSlots(api, 2);
    String appointment = race(api, pair, slots.get(0));
    confirmAndMove(api, pair, appointment, slots);
    chat(api, pair, sites);
    String callId = call(pair, sites);
    String finished = finish(api, pair);
    return new Journey(pair, appointment, finished, callId);
  }

  /**
   * Eight patients book the same slot at once: one gets it, the others are told what else is free.
   */
  private static String race(Api api, Pair pair, Pair.Slot slot) throws Exception {
    List<Pair> rivals = new ArrayList<>(List.of(pair));
    for (int i = 1; i < RIVALS; i++) {
      rivals.add(new Pair(pair.doctor(), Person.patient(api, "rival-" + i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
    List<Callable<Api.Reply>> bookings = new ArrayList<>();
    rivals.forEach(rival -> bookings.add(() -> rival.book(api, slot)));
    List<Api.Reply> winners = new ArrayList<>();
    for (Future<Api.Reply> booking : threads.invokeAll(bookings)) {
      Api.Reply reply = booking.get();
      if (reply.status() == 201) {
        winners.add(reply);
      } else {
        assertEquals(409, reply.status());
        assertEquals("slot_taken", reply.body().path("code").asText());
        assertEquals(3, reply.body().path("nextFree").size());
      }
    }
    threads.shutdown();
    assertEquals(1, winners.size());
    // Whoever won, the journey continues with the pair's own appointment.
    Pair.Slot own = pair.freeSlots(api, 2).get(1);
    return pair.book(api, own).expect(201).body().at("/appointment/id").asText();
  }

  private static void confirmAndMove(Api api, Pair pair, String appointment, List<Pair.Slot> slots)
      throws Exception {
    String path = "/api/appointments/" + appointment;
    Api.Reply confirmed = api.post(path + "/confirm", pair.doctor().token(), Map.of()).expect(200);
    assertEquals("scheduled", confirmed.body().at("/appointment/status").asText());
    Pair.Slot later = slots.get(slots.size() - 1);
    Map<String, String> time = Map.of("date", later.date(), "startTime", later.startTime());
    Api.Reply moved = api.post(path + "/reschedule", pair.doctor().token(), time).expect(200);
    assertEquals(later.startsAt(), moved.body().at("/appointment/startsAt").asText());
    assertEquals(appointment, moved.body().at("/appointment/id").asText());
    api.post(path + "/confirm", pair.doctor().token(), Map.of()).expect(409);
  }

  private static void chat(Api api, Pair pair, Sites sites) throws Exception {
    try (SocketIoClient doctor = SocketIoClient.connect(sites.doctor(), pair.doctor().token())) {
      JsonNode sent = pair.sendFromPatient(api, "Good morning", "m-1").expect(201).body();
      assertEquals(1, sent.at("/message/seq").asLong());
      JsonNode again = pair.sendFromPatient(api, "Good morning", "m-1").expect(201).body();
      assertEquals(sent, again);
      assertEquals(sent.path("message"), doctor.next("newMessage").path("message"));
    }
    try (SocketIoClient patient = SocketIoClient.connect(sites.patient(), pair.patient().token())) {
      String read = "/api/messages/" + pair.patient().id() + "/read";
      api.post(read, pair.doctor().token(), Map.of("upTo", 1)).expect(204);
      JsonNode receipt = patient.next("messages-read");
      assertEquals(pair.doctor().id(), receipt.path("by").asText());
      assertEquals(1, receipt.path("upTo").asLong());
    }
  }

  static String call(Pair pair, Sites sites) throws Exception {
    String doctorId = pair.doctor().id();
    String patientId = pair.patient().id();
    try (SocketIoClient doctor = SocketIoClient.connect(sites.doctor(), pair.doctor().token());
        SocketIoClient patient = SocketIoClient.connect(sites.patient(), pair.patient().token())) {
      JsonNode started =
          doctor.emit("call-user", Map.of("to", patientId, "offer", Descriptions.of("offer")));
      assertTrue(started.path("ok").asBoolean(), started::toString);
      String callId = started.path("callId").asText();
      JsonNode ring = patient.next("call-made");
      assertEquals(callId, ring.path("callId").asText());
      assertEquals("doctor", ring.at("/caller/role").asText());
      ok(doctor.emit("ice-candidate", candidate(patientId, "from-doctor")));
      assertEquals(
          "from-doctor", patient.next("ice-candidate").at("/candidate/candidate").asText());
      // It is early: it must reach the doctor after the answer, in order.
      ok(patient.emit("ice-candidate", candidate(doctorId, "from-patient-1")));
      ok(patient.emit("ice-candidate", candidate(doctorId, "from-patient-2")));
      ok(patient.emit("answer-call", Map.of("to", doctorId, "answer", Descriptions.of("answer"))));
      assertEquals("answer", doctor.next("call-answered").at("/answer/type").asText());
      for (int i = 1; i <= 2; i++) {
        JsonNode early = doctor.next("ice-candidate");
        assertEquals("from-patient-" + i, early.at("/candidate/candidate").asText());
      }
      ok(patient.emit("call-end", Map.of("to", doctorId)));
      assertEquals("hangup", doctor.next("call-end").path("reason").asText());
      return callId;
    }
  }

  private static String finish(Api api, Pair pair) throws Exception {
    String appointment = pair.meet(api).expect(201).body().at("/appointment/id").asText();
    String path = "/api/appointments/" + appointment;
    api.put(path + "/notes", pair.doctor().token(), Map.of("notes", "Rest and water")).expect(200);
    JsonNode hidden = api.get(path, pair.patient().token()).expect(200).body();
    assertTrue(hidden.at("/appointment/notes").isNull());
    api.post(path + "/complete", pair.doctor().token(), Map.of()).expect(200);
    Map<String, Object> review = Map.of("rating", 5, "review", "Kind and clear");
    api.put(path + "/review", pair.patient().token(), review).expect(200);
    return appointment;
  }

  void everythingIsThere(Api api) throws Exception {
    JsonNode coming =
        api.get("/api/appointments/" + appointment, pair.patient().token())
            .expect(200)
            .body()
            .path("appointment");
    assertEquals("scheduled", coming.path("status").asText());
    assertEquals(3, coming.path("history").size());
    Api.Reply mine = api.get("/api/appointments/" + finished, pair.patient().token()).expect(200);
    JsonNode appointment = mine.body().path("appointment");
    assertEquals("completed", appointment.path("status").asText());
    assertEquals("Rest and water", appointment.path("notes").asText());
    assertEquals(5, appointment.path("rating").asInt());
    assertEquals(2, appointment.path("history").size());
    JsonNode messages =
        api.get("/api/messages/" + pair.doctor().id(), pair.patient().token()).expect(200).body();
    assertEquals(1, messages.path("messages").size());
    assertTrue(messages.at("/messages/0/readAt").isTextual());
    JsonNode calls = api.get("/api/calls", pair.doctor().token()).expect(200).body();
    assertEquals(callId, calls.at("/calls/0/id").asText());
    assertEquals("hangup", calls.at("/calls/0/endReason").asText());
    JsonNode doctor = api.get("/api/doctors/" + pair.doctor().id(), "").expect(200).body();
    assertEquals(5.0, doctor.at("/doctor/rating/average").asDouble());
  }

  private static void ok(JsonNode ack) {
    assertTrue(ack.path("ok").asBoolean(), ack::toString);
  }

  private static Map<String, Object> candidate(String to, String text) {
    return Map.of(
        "to", to, "candidate", Map.of("candidate", text, "sdpMid", "0", "sdpMLineIndex", 0));
  }
}

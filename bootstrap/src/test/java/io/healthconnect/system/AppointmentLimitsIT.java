package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits on appointments that are set from outside apply at exactly their number. */
class AppointmentLimitsIT {
  @TempDir Path folder;

  @Test
  void openAppointmentsMovesAndNotes() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_OPEN_APPOINTMENTS", "3",
            "LIMIT_OPEN_APPOINTMENTS_PER_DOCTOR", "2",
            "LIMIT_MOVES_PER_APPOINTMENT", "2",
            "LIMIT_NOTE_VERSIONS", "2");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "limits");
      List<Pair.Slot> slots = pair.freeSlots(api, 2);
      String id = pair.book(api, slots.get(1)).expect(201).body().at("/appointment/id").asText();
      assertEquals("limit_reached", code(pair.book(api, slots.get(2)), 422));
      Pair second = new Pair(Person.doctor(api, "second"), pair.patient());
      second.book(api, slots.get(3)).expect(201);
      Pair third = new Pair(Person.doctor(api, "third"), pair.patient());
      assertEquals("limit_reached", code(third.book(api, slots.get(4)), 422));
      for (int i = 4; i < 6; i++) {
        move(api, pair, id, slots.get(i)).expect(200);
      }
      assertEquals("limit_reached", code(move(api, pair, id, slots.get(6)), 422));
      for (String text : List.of("one", "two", "two")) {
        notes(api, pair, id, text).expect(200);
      }
      assertEquals("limit_reached", code(notes(api, pair, id, "three"), 422));
    }
  }

  @Test
  void changesAtOnceAndInTheLongRun() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_APPOINTMENT_CHANGES_BURST", "3",
            "LIMIT_APPOINTMENT_CHANGES_PER_MINUTE", "1");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "paced");
      List<Pair.Slot> slots = pair.freeSlots(api, 2);
      String id = pair.book(api, slots.get(1)).expect(201).body().at("/appointment/id").asText();
      move(api, pair, id, slots.get(2)).expect(200);
      Api.Reply fourth = pair.book(api, slots.get(3));
      assertEquals("rate_limited", code(fourth, 429));
      assertEquals(true, Integer.parseInt(fourth.retryAfter()) > 30, fourth.retryAfter());
      assertEquals("rate_limited", code(move(api, pair, id, slots.get(4)), 429));
      // The doctor's changes are counted separately.
      notes(api, pair, id, "one").expect(200);
    }
  }

  @Test
  void holdsAtOnceAndInTheLongRun() throws Exception {
    Map<String, String> limits = Map.of("LIMIT_HOLDS_BURST", "2", "LIMIT_HOLDS_PER_MINUTE", "1");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "holds");
      List<Pair.Slot> slots = pair.freeSlots(api, 2);
      hold(api, pair, slots.get(1)).expect(201);
      hold(api, pair, slots.get(2)).expect(201);
      Api.Reply third = hold(api, pair, slots.get(3));
      assertEquals("rate_limited", code(third, 429));
      assertEquals(true, Integer.parseInt(third.retryAfter()) > 30, third.retryAfter());
      pair.book(api, slots.get(2)).expect(201);
    }
  }

  private static Api.Reply hold(Api api, Pair pair, Pair.Slot slot)
      throws IOException, InterruptedException {
    return api.post(
        "/api/doctors/" + pair.doctor().id() + "/holds",
        pair.patient().token(),
        Map.of("date", slot.date(), "startTime", slot.startTime()));
  }

  private static Api.Reply move(Api api, Pair pair, String id, Pair.Slot to)
      throws IOException, InterruptedException {
    return api.post(
        "/api/appointments/" + id + "/reschedule",
        pair.patient().token(),
        Map.of("date", to.date(), "startTime", to.startTime()));
  }

  private static Api.Reply notes(Api api, Pair pair, String id, String text)
      throws IOException, InterruptedException {
    return api.put(
        "/api/appointments/" + id + "/notes", pair.doctor().token(), Map.of("notes", text));
  }

  private static String code(Api.Reply reply, int status) throws IOException {
    return reply.expect(status).body().path("code").asText();
  }
}

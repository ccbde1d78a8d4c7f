package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldTest {
  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client holder = server.patient("paul");
  private final Client other = server.patient("pia");

  @AfterEach
  void close() {
    server.close();
  }

  private Client.Answer hold(Client who, String time) {
    return who.post(
        "/api/doctors/" + doctor.id() + "/holds",
        "{\"date\":\"2026-03-03\",\"startTime\":\"" + time + "\"}");
  }

  private Client.Answer book(Client who, String time) {
    return who.post("/api/appointments", TestServer.booking(doctor, time));
  }

  private List<String> starts(Client who) {
    JsonNode slots =
        who.get("/api/doctors/" + doctor.id() + "/slots?from=2026-03-03&to=2026-03-03")
            .expect(200)
            .json()
            .path("slots");
    List<String> starts = new ArrayList<>();
    slots.forEach(slot -> starts.add(slot.path("startTime").asText()));
    return starts;
  }

  @Test
  void keepsASlotForWhoeverHoldsIt() {
    assertTrue(starts(other).contains("09:00"));
    JsonNode held = hold(holder, "09:00").expect(201).json().path("hold");
    assertEquals(
        server.clock.instant().plus(Hold.LIFE).toString(),
        Instant.parse(held.path("expiresAt").asText()).toString());
    assertFalse(starts(other).contains("09:00"));
    assertFalse(starts(server.client()).contains("09:00"));
    assertTrue(starts(holder).contains("09:00"));
    JsonNode taken = hold(other, "09:00").expect(409).json();
    assertEquals("slot_taken", taken.path("code").asText());
    assertEquals(3, taken.path("nextFree").size());
    assertEquals("slot_taken", book(other, "09:00").expect(409).json().path("code").asText());
    book(holder, "09:00").expect(201);
    assertFalse(starts(holder).contains("09:00"));
  }

  @Test
  void releasesItsOwnSlotAlone() {
    String id = hold(holder, "09:00").expect(201).json().at("/hold/id").asText();
    other.delete("/api/holds/" + id).expect(404);
    holder.delete("/api/holds/" + id).expect(204);
    holder.delete("/api/holds/" + id).expect(404);
    assertTrue(starts(other).contains("09:00"));
    hold(other, "09:00").expect(201);
  }

  @Test
  void showsTheSlotAgainWhenTheHoldExpires() {
    hold(holder, "09:00").expect(201);
    assertFalse(starts(other).contains("09:00"));
    server.clock.advance(Hold.LIFE);
    assertTrue(starts(other).contains("09:00"));
    book(other, "09:00").expect(201);
  }

  @Test
  void saysWhatCannotBeHeld() {
    assertEquals(
        "outside_schedule", hold(holder, "03:00").expect(422).json().path("code").asText());
    assertEquals(400, hold(holder, "9 o'clock").status());
    assertEquals(403, hold(doctor, "09:00").status());
    assertEquals(401, hold(server.client(), "09:00").status());
  }

  /** Thirty at once and then one every six seconds, so that nobody walks through a calendar. */
  @Test
  void limitsHowManySlotsAPatientAsksFor() {
    for (int i = 0; i < 30; i++) {
      hold(holder, i % 2 == 0 ? "09:00" : "09:30").expect(201);
    }
    assertEquals("rate_limited", hold(holder, "10:00").expect(429).json().path("code").asText());
    hold(other, "10:00").expect(201);
    server.clock.advance(Duration.ofSeconds(6));
    hold(holder, "10:30").expect(201);
    hold(holder, "11:00").expect(429);
  }
}

package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.testkit.appointment.Appointments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that are too long for one reply. */
class LongListAuditTest {
  private static final int VISITS = 40;

  private final AppointmentScene scene = new AppointmentScene();
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  /** N-01: what a shorter reply leaves out was not read. */
  @Test
  void n01EachVisitThatIsShownHasOneEntryAndTheOthersNone() {
    for (int i = 0; i < VISITS; i++) {
      addWithLongNotes(i);
    }
    List<String> shown = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = doctor.get("/api/appointments?limit=100" + cursor).expect(200).json();
      page.path("appointments").forEach(each -> shown.add(each.path("id").asText()));
      assertEquals(shown, read());
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asText();
      pages++;
    } while (!cursor.isEmpty());
    assertEquals(VISITS, shown.size());
    assertTrue(pages > 1, "one reply had room for all");
  }

  @Test
  void n01VisitsThatAreListedWithoutTheirNotesHaveNoEntry() {
    addWithLongNotes(0);
    JsonNode page = doctor.get("/api/appointments?notes=false").expect(200).json();
    assertEquals("v0", page.at("/appointments/0/id").asText());
    assertTrue(page.at("/appointments/0/notes").isNull());
    assertEquals(List.of(), read());
  }

  private void addWithLongNotes(int number) {
    Appointment booked =
        Appointments.value(
            scene
                .server
                .store
                .appointments()
                .book(
                    Appointments.pending("v" + number, doctor.id(), patient.id(), 60 * number),
                    Optional.empty(),
                    Appointments.UNLIMITED));
    scene
        .server
        .store
        .appointments()
        .save(Appointments.withNotes(booked, "x".repeat(8000), Appointments.BOOKED));
  }

  /** What the patient sees, the oldest first. */
  private List<String> read() {
    List<String> entries = new ArrayList<>();
    patient
        .get("/api/me/audit?limit=100")
        .expect(200)
        .json()
        .path("entries")
        .forEach(
            entry -> {
              if (entry.path("action").asText().equals("notes_read")) {
                entries.add(0, entry.path("objectId").asText());
              }
            });
    return entries;
  }
}

package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Z-08: replies have the members that are described and no others, whoever asks, and what is
 * private stands in no reply to anybody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsOfRepliesTest {
  private static final Set<String> CONDITIONS = Set.of("if", "then", "else");

  /** Marks of what only the person and, where it says so, a doctor of theirs may see. */
  private static final String DOCTORS_PHONE = "+49 30 111222";

  private static final String PATIENTS_PHONE = "+49 30 333444";
  private static final String RELATIVES_PHONE = "+49 30 555666";
  private static final String ALLERGY = "Nuts-of-Paul";
  private static final String NOTES = "Notes-of-Dora";
  private static final String REASON = "Reason-of-Paul";

  private TestServer server;
  private Client doctor;
  private Client patient;
  private Client otherDoctor;
  private Client otherPatient;
  private String appointment;

  @BeforeAll
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
    otherDoctor = server.doctor("otto");
    otherPatient = server.patient("pia");
    doctor.put("/api/doctors/me", "{\"contactNumber\":\"" + DOCTORS_PHONE + "\"}").expect(200);
    patient
        .put(
            "/api/patients/me",
            ("{'name':'Paul"
                    + " Weber','allergies':'%s','contactNumber':'%s','dateOfBirth':'1980-02-29',"
                    + "'emergencyContacts':[{'name':'Ann','contactNumber':'%s'}]}")
                .formatted(ALLERGY, PATIENTS_PHONE, RELATIVES_PHONE)
                .replace('\'', '"'))
        .expect(200);
    String booking = TestServer.booking(doctor, "09:00").replace("a cough", REASON);
    appointment =
        patient
            .post("/api/appointments", booking)
            .expect(201)
            .json()
            .at("/appointment/id")
            .asText();
    doctor.post("/api/appointments/" + appointment + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T08:10:00Z"));
    doctor
        .put("/api/appointments/" + appointment + "/notes", "{\"notes\":\"" + NOTES + "\"}")
        .expect(200);
    patient.post("/api/messages/" + doctor.id(), "{\"text\":\"Hello\"}").expect(201);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** What each private text is called, and which of it stands in the replies to this person. */
  private Set<String> seenBy(Client who) {
    Map<String, String> marks =
        Map.of(
            "doctor's e-mail", "dora@example.org",
            "doctor's phone", DOCTORS_PHONE,
            "patient's e-mail", "paul@example.org",
            "patient's phone", PATIENTS_PHONE,
            "relative's phone", RELATIVES_PHONE,
            "allergy", ALLERGY,
            "birth", "1980-02-29",
            "notes", NOTES,
            "reason", REASON);
    Set<String> seen = new TreeSet<>();
    for (String operation : OpenApiContract.operations()) {
      String path = operation.substring(operation.indexOf(' ') + 1);
      if (operation.startsWith("GET ") && !path.endsWith("api.yaml") && !path.equals("/docs")) {
        for (String id : List.of(doctor.id(), patient.id(), appointment)) {
          String text = who.get(path.replaceAll("\\{\\w+}", id)).text();
          marks.forEach(
              (name, mark) -> {
                if (text.contains(mark)) {
                  seen.add(name);
                }
              });
        }
      }
    }
    return seen;
  }

  @Test
  void z08EveryPersonSeesWhatIsTheirs() {
    Set<String> record =
        Set.of("patient's phone", "relative's phone", "allergy", "birth", "reason");
    Set<String> ofDoctor = new TreeSet<>(record);
    ofDoctor.addAll(Set.of("doctor's e-mail", "doctor's phone", "notes"));
    assertEquals(ofDoctor, seenBy(doctor));
    Set<String> ofPatient = new TreeSet<>(record);
    // Notes are for the patient once the appointment is completed.
    ofPatient.add("patient's e-mail");
    assertEquals(ofPatient, seenBy(patient));
    for (Client other : List.of(otherDoctor, otherPatient, server.client())) {
      assertEquals(Set.of(), seenBy(other));
    }
  }

  /** {@link OpenApiContract} holds every reply of every test against these schemas. */
  @Test
  void z08NoSchemaLeavesRoomForAMemberMore() {
    List<String> open = new ArrayList<>();
    JsonNode schemas = OpenApiContract.schemas();
    assertTrue(schemas.size() > 60, () -> "schemas " + schemas.size());
    schemas.properties().forEach(schema -> open(schema.getKey(), schema.getValue(), open));
    // Problems have members beside those of RFC 9457, named by their description.
    open.removeIf(name -> name.equals("Problem"));
    assertEquals(List.of(), open);
  }

  private static void open(String name, JsonNode schema, List<String> found) {
    boolean object = schema.path("properties").isObject();
    if (object && schema.path("additionalProperties").asBoolean(true)) {
      found.add(name);
    }
    schema
        .properties()
        .forEach(
            part -> {
              // What is told of members there holds beside the schema around it.
              if (!CONDITIONS.contains(part.getKey())) {
                open(name, part.getValue(), found);
              }
            });
    if (schema.isArray()) {
      schema.forEach(part -> open(name, part, found));
    }
  }

  @Test
  void z08ListsAndItemsShowAPersonAlike() {
    JsonNode listed = doctor.get("/api/patients").expect(200).json().at("/patients/0");
    JsonNode shown = doctor.get("/api/patients/" + patient.id()).expect(200).json().path("patient");
    assertEquals(shown, listed);
    JsonNode named =
        patient.get("/api/appointments/" + appointment).json().at("/appointment/doctor");
    assertFalse(named.has("contactNumber") || named.has("email"));
  }
}

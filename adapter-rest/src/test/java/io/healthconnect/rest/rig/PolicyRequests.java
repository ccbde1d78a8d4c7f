package io.healthconnect.rest.rig;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.PolicyScene.Person;
import io.healthconnect.testkit.access.AccessPolicy.Actor;
import io.healthconnect.testkit.access.AccessPolicy.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of one line of docs/access.md, which each person may send once. */
public final class PolicyRequests implements AutoCloseable {
  /** Nothing has this id. */
  public static final String UNKNOWN = "missing";

  /** This is no id. */
  public static final String MALFORMED = "a.b";

  private static final String PERIOD = "?from=2026-03-04&to=2026-03-05";

  private final PolicyScene scene = new PolicyScene();
  private final Line line;
  private final String method;
  private final String pattern;
  private final List<String> appointments = new ArrayList<>();
  private int requests = 0;

  public PolicyRequests(Line line) {
    this.line = line;
    method = line.resource().substring(0, line.resource().indexOf(' '));
    pattern = line.resource().substring(method.length() + 1);
    if (line.object().equals("the appointment")) {
      appointments();
    }
  }

  public List<Person> people() {
    return scene.people();
  }

  /** One for each person, in the state that the route needs. */
  private void appointments() {
    boolean review = pattern.endsWith("/review");
    boolean started = review || pattern.endsWith("/complete") || pattern.endsWith("/no-show");
    for (int i = 0; i < people().size(); i++) {
      String time = "%02d:%02d".formatted(i / 2, i % 2 * 30);
      appointments.add(scene.book(scene.doctor, scene.patient, "2026-03-03", time));
      if (started) {
        change(i, "/confirm");
      }
    }
    if (started) {
      scene.server.clock.set(Instant.parse("2026-03-03T18:00:00Z"));
    }
    for (int i = 0; review && i < appointments.size(); i++) {
      change(i, "/complete");
    }
  }

  private void change(int number, String verb) {
    scene.pass();
    scene.doctor.post("/api/appointments/" + appointments.get(number) + verb, null).expect(200);
  }

  /** The request about what the line is about. */
  public Client.Answer send(Person person) {
    return send(person, id(person));
  }

  /** The request with another id in its path. */
  public Client.Answer send(Person person, String id) {
    scene.pass();
    int number = requests++;
    String path =
        pattern
            .replace("{date}", id.isEmpty() ? "2026-03-04" : id)
            .replaceAll("\\{\\w+}", id)
            .replaceAll("/slots$", "/slots?from=2026-03-03&to=2026-03-03");
    String query = line.resource().equals("DELETE /api/doctors/me/overrides") ? PERIOD : "";
    return person.client().send(method, path + query, body(person, number));
  }

  private @Nullable String body(Person person, int number) {
    String time = RouteBodies.time(number);
    return switch (line.object()) {
      case "with the doctor" -> TestServer.booking(scene.doctor, time);
      case "with a hidden doctor" -> TestServer.booking(scene.hiddenDoctor, time);
      case "with a disabled doctor" -> TestServer.booking(scene.disabledDoctor, time);
      case "with a former doctor" -> TestServer.booking(scene.formerDoctor, time);
      case "for the patient" -> TestServer.booking(asDoctor(person), scene.patient, time);
      case "for a stranger" -> TestServer.booking(asDoctor(person), scene.stranger, time);
      default -> RouteBodies.of(line.resource(), number).orElse(null);
    };
  }

  private Client asDoctor(Person person) {
    return person.actor().toString().startsWith("Doctor") ? person.client() : scene.doctor;
  }

  private String id(Person person) {
    return switch (line.object()) {
      case "the doctor" -> scene.doctor.id();
      case "the patient" -> scene.patient.id();
      case "a hidden doctor" -> scene.hiddenDoctor.id();
      case "a disabled doctor" -> scene.disabledDoctor.id();
      case "a former doctor" -> scene.formerDoctor.id();
      case "a former patient" -> scene.formerPatient.id();
      case "the appointment" -> appointments.get(people().indexOf(person));
      case "own hold" -> hold(person);
      case "another's hold" -> hold(scene.stranger, "15:00");
      case "an image of the chat" -> image();
      case "a profile picture" -> avatar();
      case "a document of the doctor" -> document();
      case "the patient's calendar link" -> scene.calendarLink(scene.patient);
      case "a former patient's calendar link" -> scene.formerCalendarLink;
      case "the patient's mails" -> "stop~visit_moved~" + scene.patient.id();
      case "own session" ->
          session(person.actor() == Actor.NOBODY ? scene.patient : person.client());
      case "another's session" ->
          session(person.client() == scene.patient ? scene.doctor : scene.patient);
      default -> "";
    };
  }

  private String session(Client who) {
    String id = "session-" + requests;
    scene.withSession(who, id, Duration.ofDays(1));
    return id;
  }

  private String hold(Person person) {
    boolean patient = person.actor().toString().startsWith("Patient");
    return hold(patient ? person.client() : scene.patient, RouteBodies.time(requests));
  }

  private String hold(Client who, String time) {
    scene.pass();
    return who.post(
            "/api/doctors/" + scene.doctor.id() + "/holds",
            "{\"date\":\"2026-03-04\",\"startTime\":\"" + time + "\"}")
        .expect(201)
        .json()
        .at("/hold/id")
        .asText();
  }

  private String image() {
    scene.pass();
    return scene
        .patient
        .post("/api/messages/" + scene.doctor.id(), "{\"image\":\"data:image/png;base64,cG5n\"}")
        .expect(201)
        .json()
        .at("/message/image/id")
        .asText();
  }

  private String avatar() {
    String body = RouteBodies.of("PUT /api/me/avatar", 0).orElseThrow();
    String path =
        scene.doctor.put("/api/me/avatar", body).expect(200).json().at("/user/avatar").asText();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The one document of the doctor, who may have only a few. */
  private String document() {
    String path = "/api/doctors/me/credentials";
    JsonNode shown = scene.doctor.get(path).expect(200).json().at("/credentials/documents/0/id");
    String body = RouteBodies.of("PUT " + path, 0).orElseThrow();
    return shown.isMissingNode()
        ? scene.doctor.put(path, body).expect(200).json().at("/credentials/documents/0/id").asText()
        : shown.asText();
  }

  @Override
  public void close() {
    scene.close();
  }
}

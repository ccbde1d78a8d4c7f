package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.testkit.wire.HostileJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * I-01 to I-03 on every route with a body: forbidden JSON, and each member with values of each type
 * that its schema does not allow. What is right is done at the end, so nothing else was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of("null", "1", "1.5", "true", "\"x\"", "[]", "{}", "[\"x\"]", "{\"$gt\":\"\"}");
  private static final String WEEK =
      "[{'day':'monday','windows':[{'startTime':'09:00','endTime':'17:00'}]}]";
  private static final String CONTACTS =
      "[{'name':'Ann','relation':'wife','contactNumber':'+49 30 1'}]";

  /** A request that is done, as long as its body is as it is here. */
  private record Good(String operation, Client who, String path, String body) {
    String schema() {
      return OpenApiContract.body(operation).orElseThrow();
    }
  }

  private final List<Good> goods = new ArrayList<>();
  private TestServer server;
  private Client doctor;
  private Client patient;
  private int hour = 9;

  @BeforeAll
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
    accounts();
    practice();
    visits();
    messages();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void add(String operation, Client who, String path, String body) {
    goods.add(new Good(operation, who, path, body.replace('\'', '"')));
  }

  private void accounts() {
    String person = "'name':'%s','email':'%s@example.org','password':'correct horse'";
    String signUp = "/api/auth/signup";
    add(
        "POST " + signUp,
        server.client(),
        signUp,
        "{'role':'doctor',"
            + person.formatted("dan", "dan")
            + ",'specialization':'Cardiology','experience':3,'qualification':'MD','about':'Kind',"
            + "'contactNumber':'+49 30 2','timeZone':'Europe/Berlin'}");
    add(
        "POST " + signUp,
        server.client(),
        signUp,
        "{'role':'patient',"
            + person.formatted("pam", "pam")
            + ",'dateOfBirth':'1980-02-29','gender':'female','bloodGroup':'A+','allergies':'Nuts',"
            + "'contactNumber':'+49 30 3','emergencyContacts':"
            + CONTACTS
            + "}");
    add(
        "POST /api/auth/login",
        server.client(),
        "/api/auth/login",
        "{'email':'paul@example.org','password':'correct horse'}");
    add(
        "POST /api/auth/password",
        server.patient("changes"),
        "/api/auth/password",
        "{'currentPassword':'correct horse','newPassword':'battery staple'}");
    add("PUT /api/me/avatar", patient, "/api/me/avatar", "{'image':'data:image/png;base64,cG5n'}");
  }

  private void practice() {
    Client other = server.doctor("otto");
    add(
        "PUT /api/doctors/me",
        other,
        "/api/doctors/me",
        "{'name':'Otto','specialization':'Cardiology','experience':4,'qualification':'MD',"
            + "'about':'Kind','contactNumber':'+49 30 4','timeZone':'Europe/Berlin',"
            + "'slotMinutes':20,'bufferMinutes':5,'minimumNoticeMinutes':60,'horizonDays':30,"
            + "'autoConfirm':true}");
    add(
        "PUT /api/doctors/me/schedule",
        other,
        "/api/doctors/me/schedule",
        "{'schedule':" + WEEK + "}");
    add(
        "PUT /api/doctors/me/overrides/{date}",
        other,
        "/api/doctors/me/overrides/2026-03-04",
        "{'windows':[{'startTime':'18:00','endTime':'19:00'}],'timeOff':false}");
    add(
        "PUT /api/patients/me",
        patient,
        "/api/patients/me",
        "{'name':'Paul','dateOfBirth':'1980-02-29','gender':'male','bloodGroup':'A+',"
            + "'allergies':'Nuts','contactNumber':'+49 30 5','emergencyContacts':"
            + CONTACTS
            + "}");
  }

  private void visits() {
    add(
        "POST /api/appointments",
        server.patient("books"),
        "/api/appointments",
        TestServer.booking(doctor, "16:00"));
    visit(doctor, "POST", "decline", "{'reason':'Away'}");
    visit(patient, "POST", "cancel", "{'reason':'Ill'}");
    visit(
        patient, "POST", "reschedule", "{'date':'2026-03-03','startTime':'16:30','reason':'Late'}");
    visit(doctor, "PUT", "notes", "{'notes':'Rest'}");
    String reviewed = visit(patient, "PUT", "review", "{'rating':5,'review':'Kind'}");
    doctor.post(reviewed + "/confirm", null).expect(200);
    doctor.post(reviewed + "/complete", null).expect(200);
  }

  private String visit(Client who, String method, String verb, String body) {
    String booking = TestServer.booking(doctor, "%02d:00".formatted(hour++));
    JsonNode booked = patient.post("/api/appointments", booking).expect(201).json();
    String path = "/api/appointments/" + booked.at("/appointment/id").asText();
    add(method + " /api/appointments/{id}/" + verb, who, path + '/' + verb, body);
    return path;
  }

  private void messages() {
    String image = "data:image/png;base64,cG5n";
    String body = "{'text':'Hello','image':'" + image + "','clientId':'%s'}";
    String id = doctor.id();
    add("POST /api/messages/{userId}", patient, "/api/messages/" + id, body.formatted("c1"));
    add(
        "POST /api/message/send/{receiverId}",
        patient,
        "/api/message/send/" + id,
        body.formatted("c2"));
    add("POST /api/messages/{userId}/read", patient, "/api/messages/" + id + "/read", "{'upTo':1}");
  }

  @Test
  void theTableHasEveryRouteWithABodyAndEveryMember() throws Exception {
    Set<String> withBody =
        OpenApiContract.operations().stream()
            .filter(operation -> OpenApiContract.body(operation).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Set<String>> members = new TreeMap<>();
    for (Good good : goods) {
      JSON.readTree(good.body())
          .fieldNames()
          .forEachRemaining(
              name -> members.computeIfAbsent(good.operation(), o -> new TreeSet<>()).add(name));
    }
    assertEquals(withBody, members.keySet());
    for (Good good : goods) {
      assertEquals(OpenApiContract.members(good.schema()), members.get(good.operation()));
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingButTheRightBodyIsTaken() {
    return goods.stream()
        .map(good -> DynamicTest.dynamicTest(good.operation(), () -> onlyTheRightBody(good)));
  }

  private void onlyTheRightBody(Good good) throws Exception {
    for (HostileJson.Case hostile : HostileJson.of(good.body())) {
      boolean left = hostile.bytes().length == 0 && !OpenApiContract.needsBody(good.operation());
      if (!left) {
        refused(good, hostile.what(), hostile.bytes());
      }
    }
    int cells = 0;
    for (String member : pointers(JSON.readTree(good.body()), "")) {
      for (String value : VALUES) {
        JsonNode changed = changed(good.body(), member, value);
        if (!OpenApiContract.allows(good.schema(), changed)) {
          refused(good, member + " is " + value, JSON.writeValueAsBytes(changed));
          cells++;
        }
      }
    }
    assertTrue(cells >= 6, () -> good.operation());
    int status = send(good, good.body().getBytes(StandardCharsets.UTF_8)).status();
    assertTrue(status >= 200 && status < 300, () -> good.operation() + " " + status);
  }

  private void refused(Good good, String what, byte[] body) {
    Client.Answer answer = send(good, body);
    assertEquals(400, answer.status(), () -> what + ": " + answer.text());
    assertEquals("invalid_request", answer.code(), what);
  }

  private Client.Answer send(Good good, byte[] body) {
    // No rate is in the way.
    server.clock.advance(Duration.ofSeconds(3));
    var request = good.who().builder(good.path()).header("Content-Type", "application/json");
    if (!good.who().token().isEmpty()) {
      request.header("Authorization", "Bearer " + good.who().token());
    }
    String method = good.operation().split(" ")[0];
    return good.who().send(request.method(method, BodyPublishers.ofByteArray(body)));
  }

  /** Each member of the object, and of the first object of each of its lists. */
  private static List<String> pointers(JsonNode object, String at) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String here = at + '/' + member.getKey();
      found.add(here);
      if (member.getValue().path(0).isObject()) {
        found.addAll(pointers(member.getValue().get(0), here + "/0"));
      }
    }
    return found;
  }

  private static JsonNode changed(String body, String member, String value) throws Exception {
    JsonNode root = JSON.readTree(body);
    int slash = member.lastIndexOf('/');
    ((ObjectNode) root.at(member.substring(0, slash)))
        .set(member.substring(slash + 1), JSON.readTree(value));
    return root;
  }
}

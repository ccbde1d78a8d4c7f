package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.HostileJson;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** I-01 to I-03 on every event: forbidden JSON, and each member with values of each type. */
class HostileEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of("null", "1", "1.5", "true", "\"x\"", "[]", "{}", "[\"x\"]", "{\"$gt\":\"\"}");

  /** Optional members. */
  private static final Set<String> OPTIONAL =
      Set.of("callId", "appointmentId", "media", "reason", "sdpMid", "sdpMLineIndex");

  /** Members that do not accept arbitrary text. */
  private static final Set<String> WORDS =
      Set.of("media", "type", "sdp", "sdpMLineIndex", "reason");

  /** An event, the state of the call in which it succeeds, and who sends it. */
  private record Good(String event, String state, String actor, String other, String more) {
    ObjectNode payload(CallScene scene) throws Exception {
      ObjectNode payload = scene.payload(event, other);
      if (!event.equals("call-user")
          && !event.equals("typing")
          && !CallScene.isOfWaitingRoom(event)) {
        payload.put("callId", scene.callId);
      }
      ObjectNode extra = (ObjectNode) JSON.readTree(more.replace('\'', '"'));
      if (event.equals("call-resume")) {
        payload.remove("to");
      }
      if (event.equals("ice-candidate")) {
        ((ObjectNode) payload.get("candidate")).setAll(extra);
        return payload;
      }
      return payload.setAll(extra);
    }
  }

  private static final List<Good> GOODS =
      List.of(
          new Good("call-user", "none", "D1", "P1", "{'media':'audio','appointmentId':null}"),
          new Good("answer-call", "ringing", "P1", "D1", "{}"),
          new Good("ice-candidate", "ringing", "D1", "P1", "{'sdpMid':'0','sdpMLineIndex':0}"),
          new Good("call-description", "active", "D1", "P1", "{}"),
          new Good("call-rejected", "ringing", "P1", "D1", "{'reason':'busy'}"),
          new Good("call-end", "ringing", "D1", "P1", "{}"),
          new Good("call-resume", "ringing", "D1", "P1", "{}"),
          new Good("typing", "none", "D1", "P1", "{}"),
          new Good("waiting-join", "waiting", "P1", "D1", "{}"),
          new Good("waiting-leave", "open", "P1", "D1", "{}"),
          new Good("admit", "waiting", "D1", "P1", "{}"));

  @Test
  void theTableHasEveryEvent() {
    Set<String> listed = new TreeSet<>();
    GOODS.forEach(good -> listed.add(good.event()));
    assertEquals(new TreeSet<>(new CallScene("none").events()), listed);
  }

  @TestFactory
  Stream<DynamicTest> noMemberTakesAnotherType() {
    return GOODS.stream()
        .map(good -> DynamicTest.dynamicTest(good.event(), () -> onlyTheRightTypes(good)));
  }

  private static void onlyTheRightTypes(Good good) throws Exception {
    CallScene scene = new CallScene(good.state());
    ObjectNode right = good.payload(scene);
    int cells = 0;
    for (String member : pointers(right, "")) {
      String name = member.substring(member.lastIndexOf('/') + 1);
      for (String value : VALUES) {
        if (!isAllowed(good, name, right.at(member), value)) {
          JsonNode answer = scene.ask(good.actor(), good.event(), changed(right, member, value));
          assertEquals(
              "invalid_request", answer.at("/error/code").asText(), member + " is " + value);
          cells++;
        }
      }
    }
    assertTrue(cells >= 7, () -> good.event());
    assertEquals("", scene.heard());
    JsonNode answer = scene.ask(good.actor(), good.event(), right);
    assertTrue(answer.path("ok").asBoolean(), answer::toString);
  }

  private static boolean isAllowed(Good good, String name, JsonNode right, String value) {
    boolean optional =
        OPTIONAL.contains(name)
            && !good.event().equals("call-resume")
            && !CallScene.isOfWaitingRoom(good.event());
    return switch (value) {
      case "null" -> optional;
      case "1" -> right.isInt();
      case "\"x\"" -> right.isTextual() && !WORDS.contains(name) || right.isNull();
      default -> false;
    };
  }

  private static List<String> pointers(JsonNode object, String at) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String here = at + '/' + member.getKey();
      found.add(here);
      found.addAll(pointers(member.getValue(), here));
    }
    return found;
  }

  private static ObjectNode changed(ObjectNode right, String member, String value)
      throws Exception {
    ObjectNode root = right.deepCopy();
    int slash = member.lastIndexOf('/');
    ((ObjectNode) root.at(member.substring(0, slash)))
        .set(member.substring(slash + 1), JSON.readTree(value));
    return root;
  }

  @Test
  void forbiddenJsonIsRefusedOrCloses() throws Exception {
    try (ProductServer server = new ProductServer()) {
      People.add(server.world.store.stores(), "dora", "paul");
      InMemoryStore store = server.world.store;
      Appointment pending =
          Appointments.value(
              store
                  .appointments()
                  .book(
                      Appointments.pending("appointment", "dora", "paul", 0),
                      Optional.empty(),
                      Appointments.UNLIMITED));
      store.appointments().save(Appointments.value(pending.confirm(Appointments.BOOKED)));
      Doctor dora = store.doctors().find(DoctorId.of("dora")).orElseThrow();
      store.doctors().save(dora.withRules(BookingRules.DEFAULT.withCallsAnytime(true)));
      server.logIn("paul", "paul-1");
      List<String> wrong = new ArrayList<>();
      CallScene scene = new CallScene("ringing");
      for (Good good : GOODS) {
        ObjectNode body = good.payload(scene);
        String payload = (body.has("to") ? body.put("to", "dora") : body).toString();
        for (HostileJson.Case hostile : HostileJson.of(payload)) {
          String outcome = outcome(server, good.event(), hostile.bytes());
          if (!Set.of("invalid_request", "1005", "1007").contains(outcome)) {
            wrong.add(good.event() + ", " + hostile + ": " + outcome);
          }
        }
        byte[] right = payload.getBytes(StandardCharsets.UTF_8);
        String accepted = outcome(server, good.event(), right);
        if (!Set.of("", "not_found").contains(accepted)) {
          wrong.add(good.event() + " as it should be: " + accepted);
        }
      }
      assertEquals(List.of(), wrong);
    }
  }

  @Test
  void hostileCredentialsAdmitNobody() throws Exception {
    try (ProductServer server = new ProductServer()) {
      People.add(server.world.store.stores(), "dora", "paul");
      server.logIn("paul", "paul-1");
      String right = "{\"token\":\"" + server.token("paul-1") + "\"}";
      List<byte[]> all = new ArrayList<>();
      HostileJson.of(right).forEach(hostile -> all.add(hostile.bytes()));
      for (String value : VALUES) {
        all.add(("{\"token\":" + value + "}").getBytes(StandardCharsets.UTF_8));
      }
      // A CONNECT without credentials is allowed too.
      all.removeIf(bytes -> bytes.length == 0);
      for (byte[] credentials : all) {
        String answer = admission(server, credentials);
        // A text that begins with a slash names a namespace.
        boolean refused = answer.startsWith("44") || Set.of("1005", "1007").contains(answer);
        assertTrue(refused, answer);
      }
      String admitted = admission(server, right.getBytes(StandardCharsets.UTF_8));
      assertTrue(admitted.startsWith("40{\"sid\":"), admitted);
    }
  }

  private static String admission(ProductServer server, byte[] credentials) {
    try (RawClient client = RawClient.open(server.port())) {
      client.send(Frames.frame(0x81, Frames.join(new byte[] {'4', '0'}, credentials)));
      RawClient.Frame answer = client.read();
      return answer.opcode() == 1 ? answer.text() : Integer.toString(answer.closeStatus());
    }
  }

  /** The code of the ack, empty on success, or the status of the close. */
  private static String outcome(ProductServer server, String event, byte[] payload)
      throws Exception {
    try (RawClient client = server.connect("paul-1")) {
      byte[] head = ("427[\"" + event + "\",").getBytes(StandardCharsets.UTF_8);
      client.send(Frames.frame(0x81, Frames.join(head, payload, new byte[] {']'})));
      RawClient.Frame frame = client.read();
      while (frame.text().startsWith("42[")) {
        frame = client.read();
      }
      return frame.opcode() == 1
          ? JSON.readTree(frame.text().substring(3)).at("/0/error/code").asText()
          : Integer.toString(frame.closeStatus());
    }
  }
}

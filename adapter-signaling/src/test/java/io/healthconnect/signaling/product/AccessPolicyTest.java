package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Role;
import io.healthconnect.signaling.rig.AccountChanges;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.testkit.access.AccessPolicy;
import io.healthconnect.testkit.access.AccessPolicy.Line;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Z-01: sockets are admitted, and events answered, as docs/access.md says; a test for each cell.
 */
class AccessPolicyTest {
  private static final String CONNECT = "connect";

  /** The sockets of the people, as {@link CallScene} names them. */
  private static final Map<AccessPolicy.Actor, String> SOCKETS =
      Map.of(
          AccessPolicy.Actor.PATIENT, "P1",
          AccessPolicy.Actor.PATIENT_WITH_CONTACT, "T",
          AccessPolicy.Actor.PATIENT_WITHOUT_CONTACT, "S",
          AccessPolicy.Actor.DOCTOR, "D1",
          AccessPolicy.Actor.DOCTOR_WITH_CONTACT, "E",
          AccessPolicy.Actor.DOCTOR_WITHOUT_CONTACT, "F",
          AccessPolicy.Actor.HIDDEN_DOCTOR, "H",
          AccessPolicy.Actor.ADMIN, "A",
          // Sockets have no routes of admins, so the second factor does not matter.
          AccessPolicy.Actor.ADMIN_WITHOUT_FACTOR, "A");

  /** The state of the call in which the event has an effect. */
  private static final Map<String, String> STATES =
      Map.of(
          "answer-call", "ringing",
          "ice-candidate", "ringing",
          "call-rejected", "ringing",
          "call-description", "active",
          "call-end", "active",
          "call-resume", "active");

  @Test
  void z01EveryEventHasItsLine() {
    Set<String> events = new TreeSet<>(new CallScene("none").events());
    events.add(CONNECT);
    Set<String> listed =
        AccessPolicy.events().stream()
            .map(Line::resource)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(events, listed);
  }

  @TestFactory
  Stream<DynamicContainer> z01EveryCellIsTheAnswer() {
    return AccessPolicy.events().stream()
        .map(
            line ->
                DynamicContainer.dynamicContainer(
                    line.toString(),
                    line.resource().equals(CONNECT) ? admissions(line) : cells(line)));
  }

  private static Stream<DynamicTest> cells(Line line) {
    Stream<DynamicTest> outside =
        Stream.of(
            cell(
                AccessPolicy.Actor.NOBODY + "",
                line.answer(AccessPolicy.Actor.NOBODY),
                () -> {
                  CallScene scene = scene(line);
                  return code(scene.askOutside(line.resource(), payload(scene, line, "T")));
                }));
    return Stream.concat(
        outside, SOCKETS.keySet().stream().sorted().flatMap(actor -> cells(line, actor)));
  }

  private static Stream<DynamicTest> cells(Line line, AccessPolicy.Actor actor) {
    String socket = SOCKETS.get(actor);
    DynamicTest own =
        cell(
            actor + "",
            line.answer(actor),
            () -> {
              CallScene scene = scene(line);
              return ask(scene, socket, line, payload(scene, line, socket));
            });
    return line.unknown().isEmpty()
        ? Stream.of(own)
        : Stream.of(
            own,
            cell(actor + ", unknown id", line.unknown(), () -> withId(line, socket, "missing")),
            cell(actor + ", malformed id", line.malformed(), () -> withId(line, socket, "a.b")));
  }

  private static DynamicTest cell(String name, String expected, Supplier<String> request) {
    return DynamicTest.dynamicTest(name, () -> assertEquals(expected, request.get()));
  }

  private static CallScene scene(Line line) {
    CallScene scene =
        new CallScene(STATES.getOrDefault(line.resource(), waitingRoom(line))).withOthers();
    return line.object().endsWith("at another time") ? scene.withoutCallsAnytime() : scene;
  }

  /** The state of the waiting room in which the event has an effect. */
  private static String waitingRoom(Line line) {
    if (!CallScene.isOfWaitingRoom(line.resource()) || line.object().endsWith("too early")) {
      return "none";
    }
    return line.resource().equals("waiting-join") ? "open" : "waiting";
  }

  /** Names the other side of the pair, or whom the line is about. */
  private static ObjectNode payload(CallScene scene, Line line, String socket) {
    boolean call = STATES.containsKey(line.resource());
    boolean doctor = call ? !socket.equals("D1") : line.object().startsWith("the doctor");
    ObjectNode payload = scene.payload(line.resource(), doctor ? "D1" : "P1");
    return call ? payload.put("callId", scene.callId) : payload;
  }

  private static String withId(Line line, String socket, String id) {
    CallScene scene = scene(line);
    String member = member(line.resource());
    return ask(scene, socket, line, payload(scene, line, socket).put(member, id));
  }

  private static String member(String event) {
    if (CallScene.isOfWaitingRoom(event)) {
      return "appointmentId";
    }
    return STATES.containsKey(event) ? "callId" : "to";
  }

  private static String ask(CallScene scene, String socket, Line line, ObjectNode payload) {
    return code(scene.ask(socket, line.resource(), payload));
  }

  private static String code(JsonNode answer) {
    return answer.get("ok").booleanValue() ? "ok" : answer.at("/error/code").textValue();
  }

  private static Stream<DynamicTest> admissions(Line line) {
    CallScene scene = new CallScene("none").withOthers();
    ProductWorld world = scene.world();
    Stream<DynamicTest> nobody =
        withoutSession(world).entrySet().stream()
            .map(
                way ->
                    cell(
                        AccessPolicy.Actor.NOBODY + " (" + way.getKey() + ")",
                        line.answer(AccessPolicy.Actor.NOBODY),
                        () -> told(scene.admission(way.getValue().orElse(null)))));
    Stream<DynamicTest> people =
        SOCKETS.keySet().stream()
            .sorted()
            .map(
                actor ->
                    cell(
                        actor + "",
                        line.answer(actor),
                        () -> told(scene.admission(scene.token(SOCKETS.get(actor))))));
    return Stream.concat(nobody, people);
  }

  private static String told(Admission admission) {
    return admission instanceof Admission.Admitted ? "ok" : "unauthorized";
  }

  /** The tokens of those who have no session any more. */
  private static Map<String, Optional<String>> withoutSession(ProductWorld world) {
    Map<String, Optional<String>> tokens = new LinkedHashMap<>();
    tokens.put("no session", Optional.empty());
    tokens.put("no token", Optional.of("rubbish"));
    tokens.put("forged", Optional.of("t.x.patient.y"));
    AccountChanges changes = new AccountChanges(world);
    tokens.put("expired", Optional.of(changes.token(changes.signUpAdmin().id(), Duration.ZERO)));
    for (Role role : new Role[] {Role.DOCTOR, Role.PATIENT}) {
      String disabled = world.signUp(role).token();
      changes.decide(world.actor(disabled).id(), Decision.DISABLE);
      tokens.put("disabled " + role.code(), Optional.of(disabled));
      String erased = world.signUp(role).token();
      changes.erase(world.actor(erased).id());
      tokens.put("erased " + role.code(), Optional.of(erased));
    }
    String revoked = world.signUp(Role.PATIENT).token();
    Actor actor = world.actor(revoked);
    world.store.sessions().revoke(actor.sessionId());
    tokens.put("revoked", Optional.of(revoked));
    return tokens;
  }
}

package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.signaling.rig.AccountChanges;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.signaling.session.TestSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A doctor who calls a patient, each with two sockets (D1 D2, P1 P2), another patient of the doctor
 * (T), and a patient whom nobody knows (S). D1 is the one that calls, P1 the one that answers.
 */
final class CallScene {
  static final List<String> ACTORS = List.of("D1", "D2", "P1", "P2", "T", "S");

  private final ProductWorld world = new ProductWorld();
  private final AccountChanges changes = new AccountChanges(world);
  private final SocketRegistry registry = new SocketRegistry(8);
  private final List<String> log = new ArrayList<>();
  private final Map<String, TestSocket> sockets = new LinkedHashMap<>();
  private final ProductSignaling product =
      ProductSignaling.create(
          world.health,
          world.backplane(),
          registry,
          new ManualTimers(),
          Runnable::run,
          new ProductLimits(100, 10, 3, 32 * 1024, 1024));
  final String callId;

  /** The appointment of D and P. */
  final Appointment appointment;

  CallScene(String state) {
    Actor doctor = signUp(Role.DOCTOR, "D1", "D2");
    Actor patient = signUp(Role.PATIENT, "P1", "P2");
    Actor third = signUp(Role.PATIENT, "T");
    signUp(Role.PATIENT, "S");
    appointment = world.book(doctor, patient);
    world.book(doctor, third);
    callId =
        switch (state) {
          case "none" -> world.ids.next();
          case "open", "waiting" -> openWaitingRoom(state);
          default -> call(state, "D1", "P1");
        };
    heard();
  }

  /** The appointment has just begun; in the state {@code waiting}, P1 waits. */
  private String openWaitingRoom(String state) {
    world.clock.set(appointment.time().slot().startsAt().plusMillis(1));
    if (state.equals("waiting")) {
      done("P1", "waiting-join", "D1");
    }
    return world.ids.next();
  }

  /** One more socket of the same person. */
  void connectAlso(String name, String existing) {
    connect(actor(existing), name);
  }

  private Actor signUp(Role role, String... devices) {
    return connect(world.actor(world.signUp(role).token()), devices);
  }

  /**
   * More people of docs/access.md: a doctor of P (E), a doctor whom nobody knows (F), one whom an
   * admin has rejected (H), and an admin (A).
   */
  CallScene withOthers() {
    Actor patient = actor("P1");
    Actor other = signUp(Role.DOCTOR, "E");
    // P has another appointment at the first free time.
    world.book(other, signUp(Role.PATIENT, "U"));
    world.book(other, patient);
    signUp(Role.DOCTOR, "F");
    changes.decide(signUp(Role.DOCTOR, "H").id(), Decision.REJECT);
    connect(changes.signUpAdmin(), "A");
    heard();
    return this;
  }

  private Actor actor(String name) {
    return new Actor(
        new AccountId(account(name)), Role.PATIENT, new SessionId(sockets.get(name).sessionId()));
  }

  /** Lets the doctor take calls around appointments only. */
  CallScene withoutCallsAnytime() {
    Doctor doctor = world.store.doctors().find(DoctorId.of(account("D1"))).orElseThrow();
    world.store.doctors().save(doctor.withRules(BookingRules.DEFAULT));
    return this;
  }

  /** The answer to a CONNECT with that token, or with none. */
  Admission admission(@Nullable String token) {
    return product.listener().authenticate(new Handshake(Map.of(), null, "", false), token);
  }

  /** The token of another session of that person. */
  String token(String actor) {
    return changes.token(new AccountId(account(actor)), Duration.ofDays(1));
  }

  ProductWorld world() {
    return world;
  }

  /** What a socket is told that was never admitted. */
  JsonNode askOutside(String event, JsonNode payload) {
    return TestSocket.outside("outside", product.listener()).ask(event, payload);
  }

  private Actor connect(Actor actor, String... devices) {
    Admission.Admitted owner =
        new Admission.Admitted(actor.id().value(), actor.sessionId().value());
    for (String name : devices) {
      sockets.put(name, TestSocket.connect("socket" + name, owner, registry, product.listener()));
    }
    return actor;
  }

  private String call(String state, String caller, String callee) {
    String id = done(caller, "call-user", callee).get("callId").textValue();
    if (!state.equals("ringing")) {
      done(callee, "answer-call", caller);
    }
    if (state.equals("ended")) {
      done(callee, "call-end", caller);
    }
    return id;
  }

  private JsonNode done(String actor, String event, String to) {
    JsonNode answer = ask(actor, event, payload(event, to));
    if (!answer.get("ok").booleanValue()) {
      throw new AssertionError(actor + " " + event + ": " + answer);
    }
    return answer;
  }

  /** The names of all events. */
  Set<String> events() {
    return product.events();
  }

  JsonNode ask(String actor, String event, JsonNode payload) {
    return sockets.get(actor).ask(event, payload);
  }

  String account(String actor) {
    return sockets.get(actor).accountId();
  }

  /** A payload with everything that the event needs except the call's id. */
  ObjectNode payload(String event, String to) {
    if (isOfWaitingRoom(event)) {
      return JsonNodeFactory.instance.objectNode().put("appointmentId", appointment.id().value());
    }
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("to", account(to));
    switch (event) {
      case "call-user" -> payload.set("offer", description("offer"));
      case "answer-call" -> payload.set("answer", description("answer"));
      case "call-description" -> payload.set("description", description("offer"));
      case "ice-candidate" ->
          payload
              .putObject("candidate")
              .put("candidate", "candidate:1 1 udp 1 192.0.2.1 9 typ host");
      default -> {}
    }
    return payload;
  }

  static boolean isOfWaitingRoom(String event) {
    return event.startsWith("waiting-") || event.equals("admit");
  }

  private static ObjectNode description(String type) {
    String print = "AB" + ":AB".repeat(31);
    String sdp =
        "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=fingerprint:sha-256 "
            + print
            + "\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";
    return JsonNodeFactory.instance.objectNode().put("type", type).put("sdp", sdp);
  }

  /** A call in that state, or none, between two other people: a doctor (X) and a patient (Y). */
  String callOfOthers(String state) {
    Actor doctor = signUp(Role.DOCTOR, "X");
    world.book(doctor, signUp(Role.PATIENT, "Y"));
    String id = state.equals("none") ? world.ids.next() : call(state, "X", "Y");
    heard();
    return id;
  }

  /** Who has received what since the last check, such as {@code P1:call-made P2:call-made}. */
  String heard() {
    List<String> heard = new ArrayList<>();
    log.clear();
    sockets.forEach(
        (name, socket) -> {
          for (String packet : socket.told()) {
            heard.add(name + ":" + name(packet));
            log.add(packet);
          }
        });
    return String.join(" ", heard);
  }

  /** The packets of the last check. */
  List<String> log() {
    return log;
  }

  /** The event's name in {@code 42["name",…]}. */
  private static String name(String packet) {
    return packet.substring(4, packet.indexOf('"', 4));
  }
}

package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server restarts while two people talk. Media continues from peer to peer, and so does the
 * call.
 */
class CallOutlivesRestartIT {
  private static final int GOING_AWAY = 1001;

  /** A way to end a server. */
  private interface End {
    void of(ServerProcess server) throws Exception;
  }

  @TempDir Path folder;

  @Test
  void aCallGoesOnAfterAGracefulStop() throws Exception {
    callGoesOnAfter(ServerProcess::close, true);
  }

  @Test
  void aCallGoesOnAfterSigkill() throws Exception {
    callGoesOnAfter(ServerProcess::kill, false);
  }

  @Test
  void aCallThatRingsGoesOnRinging() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Pair pair;
    String callId;
    try (ServerProcess server = jar.start()) {
      pair = Pair.create(new Api(server.base()), "ring");
      try (SocketIoClient doctor = doctor(server, pair)) {
        callId = ring(doctor, pair);
        server.kill();
      }
    }
    try (ServerProcess server = jar.start();
        SocketIoClient doctor = doctor(server, pair)) {
      assertEquals("ringing", resume(doctor, callId).at("/call/state").asText());
      try (SocketIoClient patient = patient(server, pair)) {
        JsonNode rings = patient.next("call-made");
        assertEquals(callId, rings.path("callId").asText());
        assertEquals(Descriptions.sdp("first"), rings.at("/offer/sdp").asText());
        answer(patient, pair);
        assertEquals("answer", doctor.next("call-answered").at("/answer/type").asText());
      }
    }
  }

  /** */
  @Test
  void aCallToWhichNobodyReturnsEndsAsLost() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> shortLease = Map.of("CALL_LEASE_SECONDS", "8");
    Pair pair;
    String callId;
    try (ServerProcess server = jar.start(shortLease)) {
      pair = Pair.create(new Api(server.base()), "lost");
      callId = activeCall(server, pair);
      server.kill();
    }
    try (ServerProcess server = jar.start(shortLease);
        SocketIoClient doctor = doctor(server, pair)) {
      JsonNode end = doctor.next("call-end");
      assertEquals(callId, end.path("callId").asText());
      assertEquals("lost", end.path("reason").asText());
      assertEquals("lost", lastCall(server, pair).path("endReason").asText());
    }
  }

  private void callGoesOnAfter(End end, boolean closesSockets) throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Pair pair;
    String callId;
    try (ServerProcess server = jar.start()) {
      pair = Pair.create(new Api(server.base()), "pair");
      try (SocketIoClient doctor = doctor(server, pair);
          SocketIoClient patient = patient(server, pair)) {
        callId = ring(doctor, pair);
        patient.next("call-made");
        answer(patient, pair);
        doctor.next("call-answered");
        end.of(server);
        if (closesSockets) {
          assertEquals(GOING_AWAY, doctor.closeCode());
          assertEquals(GOING_AWAY, patient.closeCode());
        }
      }
    }
    try (ServerProcess server = jar.start();
        SocketIoClient doctor = aloneAtFirst(server, pair);
        SocketIoClient patient = patient(server, pair)) {
      assertEquals(
          Descriptions.sdp("second"), resume(doctor, callId).at("/description/sdp").asText());
      assertEquals(
          Descriptions.sdp("first"), resume(patient, callId).at("/description/sdp").asText());
      renegotiate(doctor, patient, pair);
      ok(doctor.emit("call-end", Map.of("to", pair.patient().id())));
      assertEquals("hangup", patient.next("call-end").path("reason").asText());
      JsonNode call = lastCall(server, pair);
      assertEquals(callId, call.path("id").asText());
      assertEquals("hangup", call.path("endReason").asText());
      assertTrue(call.path("answeredAt").isTextual());
    }
  }

  /** An ICE restart: a fresh offer and its answer pass, with their candidates. */
  private static void renegotiate(SocketIoClient doctor, SocketIoClient patient, Pair pair)
      throws Exception {
    String patientId = pair.patient().id();
    String doctorId = pair.doctor().id();
    ok(doctor.emit("call-description", description(patientId, "offer", "third")));
    assertEquals(
        Descriptions.sdp("third"),
        patient.next("call-description").at("/description/sdp").asText());
    Map<String, Object> candidate = Map.of("candidate", "fresh", "sdpMid", "0", "sdpMLineIndex", 0);
    ok(doctor.emit("ice-candidate", Map.of("to", patientId, "candidate", candidate)));
    assertEquals("fresh", patient.next("ice-candidate").at("/candidate/candidate").asText());
    ok(patient.emit("call-description", description(doctorId, "answer", "fourth")));
    assertEquals(
        Descriptions.sdp("fourth"),
        doctor.next("call-description").at("/description/sdp").asText());
  }

  private static String activeCall(ServerProcess server, Pair pair) throws Exception {
    try (SocketIoClient doctor = doctor(server, pair);
        SocketIoClient patient = patient(server, pair)) {
      String callId = ring(doctor, pair);
      patient.next("call-made");
      answer(patient, pair);
      doctor.next("call-answered");
      return callId;
    }
  }

  private static String ring(SocketIoClient doctor, Pair pair) throws Exception {
    Map<String, Object> call =
        Map.of("to", pair.patient().id(), "offer", Descriptions.named("offer", "first"));
    return ok(doctor.emit("call-user", call)).path("callId").asText();
  }

  private static void answer(SocketIoClient patient, Pair pair) throws Exception {
    Map<String, Object> answer =
        Map.of("to", pair.doctor().id(), "answer", Descriptions.named("answer", "second"));
    ok(patient.emit("answer-call", answer));
  }

  private static JsonNode resume(SocketIoClient client, String callId) throws Exception {
    JsonNode ack = ok(client.emit("call-resume", Map.of("callId", callId)));
    assertEquals(callId, ack.at("/call/id").asText());
    return ack;
  }

  private static JsonNode lastCall(ServerProcess server, Pair pair) throws Exception {
    Api api = new Api(server.base());
    return api.get("/api/calls", pair.patient().token()).expect(200).body().at("/calls/0");
  }

  private static SocketIoClient doctor(ServerProcess server, Pair pair) throws Exception {
    return SocketIoClient.connect(server.base(), pair.doctor().token());
  }

  /** Case 77: people who were online before the restart are offline until they come back. */
  private static SocketIoClient aloneAtFirst(ServerProcess server, Pair pair) throws Exception {
    SocketIoClient doctor = doctor(server, pair);
    assertEquals("[]", doctor.next("online-users").toString());
    return doctor;
  }

  private static SocketIoClient patient(ServerProcess server, Pair pair) throws Exception {
    return SocketIoClient.connect(server.base(), pair.patient().token());
  }

  private static JsonNode ok(JsonNode ack) {
    assertTrue(ack.path("ok").asBoolean(), ack::toString);
    return ack;
  }

  private static Map<String, Object> description(String to, String type, String name) {
    return Map.of("to", to, "description", Descriptions.named(type, name));
  }
}

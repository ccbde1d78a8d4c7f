package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits on calls that are set from outside apply at exactly their number. */
class CallLimitsIT {
  @TempDir Path folder;

  /** */
  @Test
  void r05AndR06CountCandidatesAndCallsExactly() throws Exception {
    Map<String, String> limits =
        Map.of("LIMIT_CANDIDATES", "3", "LIMIT_CALLS_PER_CALLEE_PER_MINUTE", "2");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Pair pair = Pair.create(new Api(server.base()), "limits");
      try (SocketIoClient doctor = SocketIoClient.connect(server.base(), pair.doctor().token());
          SocketIoClient patient = SocketIoClient.connect(server.base(), pair.patient().token())) {
        candidates(pair, doctor, patient);
        calls(pair, doctor);
      }
    }
  }

  /** The log names nobody, and a flood of refusals does not flood it. */
  @Test
  void case70WhatIsNotOnesOwnIsRefusedAndLogged() throws Exception {
    try (ServerProcess server = RunnableJar.in(folder).start()) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "own");
      Person stranger = Person.patient(api, "stranger");
      String to = pair.patient().id();
      try (SocketIoClient doctor = SocketIoClient.connect(server.base(), pair.doctor().token());
          SocketIoClient other = SocketIoClient.connect(server.base(), stranger.token())) {
        Map<String, Object> call = Map.of("to", to, "offer", Descriptions.of("offer"));
        String callId = ok(doctor.emit("call-user", call)).path("callId").asText();
        assertEquals("forbidden", other.emit("call-user", call).at("/error/code").asText());
        for (int i = 0; i < 20; i++) {
          JsonNode ack = other.emit("call-end", Map.of("to", to, "callId", callId));
          assertEquals("not_found", ack.at("/error/code").asText());
        }
      }
      List<String> lines =
          Files.readAllLines(folder.resolve("server.log")).stream()
              .filter(line -> line.contains(" of socket "))
              .toList();
      assertTrue(lines.get(0).contains("call-user forbidden of socket "), lines::toString);
      assertTrue(lines.get(1).contains("call-end not_found of socket "), lines::toString);
      assertTrue(lines.size() < 15, lines::toString);
      for (String id : List.of(to, pair.doctor().id(), stranger.id())) {
        assertTrue(lines.stream().noneMatch(line -> line.contains(id)), id);
      }
    }
  }

  /**
   * Three candidates of a side before the answer, three after it, and three more after a
   * description.
   */
  private static void candidates(Pair pair, SocketIoClient doctor, SocketIoClient patient)
      throws Exception {
    String doctorId = pair.doctor().id();
    String patientId = pair.patient().id();
    ok(doctor.emit("call-user", Map.of("to", patientId, "offer", Descriptions.of("offer"))));
    threeAndNoMore(doctor, patientId);
    threeAndNoMore(patient, doctorId);
    ok(patient.emit("answer-call", Map.of("to", doctorId, "answer", Descriptions.of("answer"))));
    ok(
        patient.emit(
            "call-description", Map.of("to", doctorId, "description", Descriptions.of("offer"))));
    threeAndNoMore(patient, doctorId);
    ok(patient.emit("call-end", Map.of("to", doctorId)));
  }

  /** One call was made before. */
  private static void calls(Pair pair, SocketIoClient doctor) throws Exception {
    Map<String, Object> call = Map.of("to", pair.patient().id(), "offer", Descriptions.of("offer"));
    ok(doctor.emit("call-user", call));
    ok(doctor.emit("call-end", Map.of("to", pair.patient().id())));
    assertEquals("rate_limited", doctor.emit("call-user", call).at("/error/code").asText());
  }

  private static void threeAndNoMore(SocketIoClient from, String to) throws Exception {
    Map<String, Object> candidate =
        Map.of("to", to, "candidate", Map.of("candidate", "c", "sdpMid", "0"));
    for (int i = 0; i < 3; i++) {
      ok(from.emit("ice-candidate", candidate));
    }
    assertEquals("rate_limited", from.emit("ice-candidate", candidate).at("/error/code").asText());
  }

  private static JsonNode ok(JsonNode ack) {
    assertTrue(ack.path("ok").asBoolean(), ack::toString);
    return ack;
  }
}

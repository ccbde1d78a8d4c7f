package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.call.RelayOnly;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ProductWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * a doctor never receives the address of a patient whose calls use the relay alone: not at
 * once, not with the answer, not after the doctor's connection was lost, and not on another device.
 */
class HiddenAddressesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Addresses of the patient's device, and of its network. */
  private static final List<String> OWN = List.of("192.0.2.1", "203.0.113.5", "2001:db8::1");

  private static final String RELAY = "candidate:2 1 udp 41885695 198.51.100.7 50001 typ relay";
  private static final String NAMED =
      "candidate:3 1 udp 1 3b1c8a52-0f5e-4c9d-9c52-0a1b2c3d4e5f.local 9 typ host";
  private static final List<String> SENT =
      List.of(
          "candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host",
          "candidate:1 1 tcp 1518214911 192.0.2.1 9 typ host tcptype active",
          "candidate:1 1 udp 2113937151 2001:db8::1 54400 typ host",
          "candidate:4 1 udp 1677729535 203.0.113.5 61665 typ srflx raddr 192.0.2.1 rport 54400",
          RELAY + " raddr 203.0.113.5 rport 61665",
          NAMED,
          "no candidate at 192.0.2.1",
          "");
  private static final List<String> PASSED = List.of(RELAY + " raddr 0.0.0.0 rport 9", NAMED, "");

  private ProductServer server = serverFor(RelayOnly.PATIENTS);

  private static ProductServer serverFor(RelayOnly relayOnly) {
    ProductServer server = new ProductServer(ProductServer.RECOVERY, new ProductWorld(relayOnly));
    server.meet();
    return server;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static ObjectNode description(String type, String start) {
    StringBuilder sdp = new StringBuilder("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n");
    sdp.append("a=fingerprint:sha-256 ").append("A1:".repeat(31)).append("0F\r\n");
    sdp.append("m=audio 54400 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 192.0.2.1\r\n");
    sdp.append("a=rtcp:54401 IN IP4 192.0.2.1\r\na=mid:").append(start).append("\r\n");
    SENT.stream()
        .filter(line -> line.startsWith("candidate"))
        .forEach(line -> sdp.append("a=").append(line).append("\r\n"));
    return JSON.createObjectNode().put("type", type).put("sdp", sdp.toString());
  }

  private static void ask(RecoveringClient client, String event, ObjectNode payload) {
    client.send("421" + JSON.createArrayNode().add(event).add(payload));
  }

  private static JsonNode answered(RecoveringClient client) {
    JsonNode answer = client.ack();
    assertTrue(answer.path("ok").asBoolean(), answer::toString);
    return answer;
  }

  private static JsonNode done(RecoveringClient client, String event, ObjectNode payload) {
    ask(client, event, payload);
    return answered(client);
  }

  private static ObjectNode to(String other) {
    return JSON.createObjectNode().put("to", other);
  }

  private static void sendCandidates(RecoveringClient client, String other) {
    for (String line : SENT) {
      ObjectNode payload = to(other);
      payload.putObject("candidate").put("candidate", line).put("sdpMid", "0");
      done(client, "ice-candidate", payload);
    }
  }

  /** The next candidates up to the end of candidates. */
  private static List<String> candidates(RecoveringClient client) {
    List<String> lines = new ArrayList<>();
    do {
      lines.add(client.event("ice-candidate").at("/candidate/candidate").textValue());
    } while (!lines.get(lines.size() - 1).isEmpty());
    return lines;
  }

  private static void assertShowsTheRelayOnly(JsonNode description) {
    String sdp = description.path("sdp").textValue();
    OWN.forEach(own -> assertFalse(sdp.contains(own), sdp));
    assertTrue(sdp.contains("\r\na=" + PASSED.get(0) + "\r\n"), sdp);
    assertTrue(sdp.contains("\r\na=" + NAMED + "\r\n"), sdp);
  }

  private void lose(RecoveringClient client) {
    client.cut();
    Await.until("gone", () -> !server.world.knows(new DeviceId(client.sid())));
  }

  @Test
  void r07ADoctorWhoCallsSeesOnlyTheRelayOfThePatient() {
    try (RecoveringClient dora = RecoveringClient.connect(server, "dora-1");
        RecoveringClient paul = RecoveringClient.connect(server, "paul-1")) {
      ObjectNode call = to("paul");
      call.set("offer", description("offer", "0"));
      done(dora, "call-user", call);
      assertTrue(
          paul.event("call-made").toString().contains("192.0.2.1"), "a doctor is not hidden");
      sendCandidates(dora, "paul");
      assertEquals(SENT, candidates(paul));

      sendCandidates(paul, "dora");
      ObjectNode answer = to("dora");
      answer.set("answer", description("answer", "0"));
      done(paul, "answer-call", answer);
      assertShowsTheRelayOnly(dora.event("call-answered").get("answer"));
      assertEquals(PASSED, candidates(dora));

      ObjectNode again = to("dora");
      again.set("description", description("offer", "1"));
      done(paul, "call-description", again);
      assertShowsTheRelayOnly(dora.event("call-description").get("description"));
      sendCandidates(paul, "dora");
      assertEquals(PASSED, candidates(dora));
    }
  }

  @Test
  void r07WhatWaitsForALostDoctorShowsOnlyTheRelayOfThePatient() {
    try (RecoveringClient dora = RecoveringClient.connect(server, "dora-1");
        RecoveringClient paul = RecoveringClient.connect(server, "paul-1")) {
      ObjectNode call = to("paul");
      call.set("offer", description("offer", "0"));
      String callId = done(dora, "call-user", call).get("callId").textValue();
      ObjectNode answer = to("dora");
      answer.set("answer", description("answer", "0"));
      done(paul, "answer-call", answer);
      dora.event("call-answered");
      lose(dora);
      ObjectNode again = to("dora");
      again.set("description", description("offer", "1"));
      done(paul, "call-description", again);
      sendCandidates(paul, "dora");

      dora.comeBack();
      assertTrue(dora.isRecovered());
      assertShowsTheRelayOnly(dora.event("call-description").get("description"));
      assertEquals(PASSED, candidates(dora));
      try (RecoveringClient desk = RecoveringClient.connect(server, "dora-1")) {
        JsonNode resumed = done(desk, "call-resume", to("paul").put("callId", callId));
        assertShowsTheRelayOnly(Objects.requireNonNull(resumed.get("description")));
      }
    }
  }

  @Test
  void r07ADoctorWhoIsCalledSeesOnlyTheRelayOfThePatient() {
    server.callAnytime();
    try (RecoveringClient dora = RecoveringClient.connect(server, "dora-1");
        RecoveringClient paul = RecoveringClient.connect(server, "paul-1")) {
      ObjectNode call = to("dora");
      call.set("offer", description("offer", "0"));
      done(paul, "call-user", call);
      sendCandidates(paul, "dora");
      assertShowsTheRelayOnly(dora.event("call-made").get("offer"));
      assertEquals(PASSED, candidates(dora));
      try (RecoveringClient late = RecoveringClient.admitted(server, "dora-1")) {
        assertShowsTheRelayOnly(late.event("call-made").get("offer"));
        assertEquals(PASSED, candidates(late));
      }
    }
  }

  @Test
  void everythingPassesWhereNobodyUsesTheRelayAlone() {
    server.close();
    server = serverFor(RelayOnly.NOBODY);
    try (RecoveringClient dora = RecoveringClient.connect(server, "dora-1");
        RecoveringClient paul = RecoveringClient.connect(server, "paul-1")) {
      ObjectNode call = to("paul");
      call.set("offer", description("offer", "0"));
      done(dora, "call-user", call);
      sendCandidates(paul, "dora");
      ObjectNode answer = to("dora");
      answer.set("answer", description("answer", "0"));
      done(paul, "answer-call", answer);
      assertEquals(
          description("answer", "0").get("sdp"), dora.event("call-answered").at("/answer/sdp"));
      assertEquals(SENT, candidates(dora));
    }
  }
}

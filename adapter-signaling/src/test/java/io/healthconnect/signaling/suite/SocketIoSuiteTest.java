package io.healthconnect.signaling.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the public suite of Socket.IO v5, and some more with namespaces and attachments. */
class SocketIoSuiteTest {
  private static final String TWO =
      "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";

  private final ManualTimers timers = new ManualTimers();
  private final ExecutorService events = Executors.newFixedThreadPool(2);
  private final GuardedHost host =
      new GuardedHost(
          SuiteApplication.core(SignalingLimits.defaults(), events, timers), TestServer.ORIGINS);

  @AfterEach
  void stop() {
    host.close();
    events.shutdownNow();
  }

  private RawClient connected() {
    RawClient client = RawClient.open(host.port());
    enter(client, "40", "40", "42[\"auth\",{}]");
    return client;
  }

  private static void enter(RawClient client, String connect, String answer, String auth) {
    client.text(connect);
    String admitted = client.read().text();
    assertTrue(admitted.startsWith(answer + "{\"sid\":\""), admitted);
    assertTrue(admitted.endsWith("\"}"), admitted);
    assertEquals(auth, client.read().text());
  }

  private static void attach(RawClient client, String... attachments) {
    for (String attachment : attachments) {
      client.send(Frames.frame(0x82, attachment.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  private static void assertAttached(RawClient client, String... attachments) {
    for (String attachment : attachments) {
      RawClient.Frame data = client.read();
      assertEquals(2, data.opcode());
      assertEquals(attachment, data.text());
    }
  }

  @Test
  void connectsToTheMainNamespace() {
    try (RawClient client = RawClient.open(host.port())) {
      enter(client, "40", "40", "42[\"auth\",{}]");
    }
  }

  @Test
  void connectsToTheMainNamespaceWithAPayload() {
    try (RawClient client = RawClient.open(host.port())) {
      enter(client, "40{\"token\":\"123\"}", "40", "42[\"auth\",{\"token\":\"123\"}]");
    }
  }

  @Test
  void connectsToACustomNamespace() {
    try (RawClient client = RawClient.open(host.port())) {
      enter(client, "40/custom,", "40/custom,", "42/custom,[\"auth\",{}]");
    }
  }

  @Test
  void connectsToACustomNamespaceWithAPayload() {
    try (RawClient client = RawClient.open(host.port())) {
      enter(
          client,
          "40/custom,{\"token\":\"abc\"}",
          "40/custom,",
          "42/custom,[\"auth\",{\"token\":\"abc\"}]");
    }
  }

  @Test
  void knowsNoOtherNamespace() {
    try (RawClient client = RawClient.open(host.port())) {
      client.text("40/random");
      assertEquals("44/random,{\"message\":\"Invalid namespace\"}", client.read().text());
    }
  }

  @Test
  void closesOnAnInvalidConnect() {
    try (RawClient client = RawClient.open(host.port())) {
      client.text("4abc");
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void closesWithoutAConnect() {
    try (RawClient client = RawClient.open(host.port())) {
      timers.advance(Duration.ofSeconds(10));
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void disconnectsFromTheMainNamespace() {
    try (RawClient client = connected()) {
      client.text("41");
      // An event before the next CONNECT would close, and this answer is the next packet.
      enter(client, "40/custom", "40/custom,", "42/custom,[\"auth\",{}]");
      timers.advance(Duration.ofSeconds(25));
      assertEquals("2", client.read().text());
    }
  }

  @Test
  void disconnectsFromACustomNamespace() {
    try (RawClient client = connected()) {
      enter(client, "40/custom", "40/custom,", "42/custom,[\"auth\",{}]");
      client.text("41/custom");
      client.text("42[\"message\",\"message to main namespace\"]");
      assertEquals("42[\"message-back\",\"message to main namespace\"]", client.read().text());
    }
  }

  @Test
  void carriesTextPackets() {
    try (RawClient client = connected()) {
      client.text("42[\"message\",1,\"2\",{\"3\":[true]}]");
      assertEquals("42[\"message-back\",1,\"2\",{\"3\":[true]}]", client.read().text());
    }
  }

  @Test
  void carriesAttachments() {
    try (RawClient client = connected()) {
      client.text("452-[\"message\"," + TWO);
      attach(client, "123", "456");
      assertEquals("452-[\"message-back\"," + TWO, client.read().text());
      assertAttached(client, "123", "456");
    }
  }

  @Test
  void answersTextPackets() {
    try (RawClient client = connected()) {
      client.text("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
      assertEquals("43456[1,\"2\",{\"3\":[false]}]", client.read().text());
    }
  }

  @Test
  void answersWithAttachments() {
    try (RawClient client = connected()) {
      client.text("452-789[\"message-with-ack\"," + TWO);
      attach(client, "123", "456");
      assertEquals("462-789[" + TWO, client.read().text());
      assertAttached(client, "123", "456");
    }
  }

  /** An unknown type, an invalid payload, and an invalid ack id. */
  @ParameterizedTest
  @ValueSource(strings = {"4abc", "42{}", "42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]"})
  void closesOnAnInvalidPacket(String packet) {
    try (RawClient client = connected()) {
      client.text(packet);
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void namespacesShareAConnection() {
    try (RawClient client = connected()) {
      enter(client, "40/custom,", "40/custom,", "42/custom,[\"auth\",{}]");
      client.text("42/custom,1[\"message-with-ack\",\"a\"]");
      assertEquals("43/custom,1[\"a\"]", client.read().text());
      client.text("451-/custom,[\"message\",{\"_placeholder\":true,\"num\":0}]");
      attach(client, "123");
      assertEquals(
          "451-/custom,[\"message-back\",{\"_placeholder\":true,\"num\":0}]", client.read().text());
      assertAttached(client, "123");
      client.text("421[\"message-with-ack\",\"b\"]");
      assertEquals("431[\"b\"]", client.read().text());
      client.text("41");
      client.text("42/custom,2[\"message-with-ack\",\"c\"]");
      assertEquals("43/custom,2[\"c\"]", client.read().text());
    }
  }

  @Test
  void closesOnASecondConnectToANamespace() {
    try (RawClient client = connected()) {
      enter(client, "40/custom,", "40/custom,", "42/custom,[\"auth\",{}]");
      client.text("40/custom,");
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void closesAClientThatHasLeftAllNamespaces() {
    try (RawClient client = connected()) {
      enter(client, "40/custom,", "40/custom,", "42/custom,[\"auth\",{}]");
      client.text("41/custom,");
      client.text("421[\"message-with-ack\"]");
      assertEquals("431[]", client.read().text());
      timers.advance(Duration.ofSeconds(10));
      client.text("422[\"message-with-ack\"]");
      assertEquals("432[]", client.read().text());
      client.text("41");
      client.text("40/random");
      assertEquals("44/random,{\"message\":\"Invalid namespace\"}", client.read().text());
      timers.advance(Duration.ofSeconds(10));
      assertEquals(1005, client.closeStatus());
    }
  }

  /** W-07: as much as one text may have. */
  @Test
  void limitsTheBytesOfAttachments() {
    try (RawClient client = connected()) {
      client.text("452-1[\"message-with-ack\",{\"_placeholder\":true,\"num\":1}]");
      attach(client, "x".repeat(65_535), "y");
      assertEquals("461-1[{\"_placeholder\":true,\"num\":0}]", client.read().text());
      assertAttached(client, "y");
      client.text("452-[\"message\",{\"_placeholder\":true,\"num\":1}]");
      attach(client, "x".repeat(65_535), "yz");
      assertEquals(1009, client.closeStatus());
    }
  }
}

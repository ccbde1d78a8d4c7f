package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.transport.HostileFrameCases.Case;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFramesTest {
  private static final TestServer SERVER =
      new TestServer(SignalingLimits.defaults(), new ManualTimers());

  @AfterAll
  static void stop() {
    Await.until("all places given back", () -> SERVER.handler.connections() == 0);
    assertEquals(0, SERVER.registry.transports());
    SERVER.close();
  }

  static Stream<Arguments> cases() {
    return HostileFrameCases.all().stream()
        .flatMap(
            each ->
                Stream.of(1, 3, 1460, Integer.MAX_VALUE)
                    .filter(size -> each.bytes().length / size < 5_000)
                    .map(size -> Arguments.of(each, size)));
  }

  /** W-01. */
  @Test
  void w01HasAtLeastTwoHundredAndFiftyCases() {
    assertTrue(HostileFrameCases.all().size() >= 250, () -> "" + HostileFrameCases.all().size());
  }

  /** W-07. */
  @ParameterizedTest(name = "{0} in pieces of {1}")
  @MethodSource("cases")
  void w01ToW07AnswersEveryFrameExactly(Case each, int pieces) {
    try (RawClient client = RawClient.open(SERVER.port())) {
      client.send(Frames.chunks(each.bytes(), Math.min(pieces, each.bytes().length)));
      if (each.status() == HostileFrameCases.OPEN) {
        client.send(Frames.frame(0x89, "still here".getBytes()));
        String answer = client.read().text();
        while (!answer.equals("still here")) {
          answer = client.read().text();
        }
      } else {
        assertEquals(each.status(), client.closeStatus());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("badPackets")
  void w07ClosesOnAPacketThatIsNone(String packet) {
    try (RawClient client = RawClient.connected(SERVER.port(), "ann")) {
      client.text(packet);
      assertEquals(1005, client.closeStatus());
    }
  }

  static List<String> badPackets() {
    String surrogate = "\\ud83e";
    return List.of(
        "1",
        "abc",
        "4abc",
        "42abc[\"a\"]",
        "40",
        "40{\"token\":\"token-ann\"}",
        "42",
        "42[]",
        "42{}",
        "42[1]",
        "42[null]",
        "42\"a\"",
        "42[\"connect\"]",
        "42[\"connect_error\"]",
        "42[\"disconnect\"]",
        "42[\"disconnecting\"]",
        "42[\"newListener\"]",
        "42[\"removeListener\"]",
        "42[\"a\"]x",
        "42[\"a\"] []",
        "42[\"a\",]",
        "42[\"a\",{\"b\":1,\"b\":2}]",
        "42[\"a\",NaN]",
        "42[\"a\",1e999]",
        "42[\"a\",01]",
        "42[\"a\"," + "9".repeat(41) + "]",
        "42[\"a\"," + "[".repeat(50_000),
        "42[\"a\"," + "[".repeat(32) + "]".repeat(32) + "]",
        "42[\"a\",\"" + surrogate + "\"]",
        "42[\"a\",{\"" + surrogate + "\":1}]",
        "42[\"" + surrogate + "x\"]",
        "42-1[\"a\"]",
        "42" + "1".repeat(41) + "[\"a\"]",
        "42/x,[\"a\"]",
        "42/" + "x".repeat(60_000) + ",[\"a\"]",
        "43[]",
        "431{}",
        "431",
        "44{}",
        "47",
        "4x",
        "411",
        "41{}",
        "41/x",
        "45[\"a\"]",
        "45-[\"a\"]",
        "4511-[\"a\"]",
        "451000-[\"a\"]",
        "45-1-[\"a\"]",
        "451-[\"a\",{\"_placeholder\":true,\"num\":1}]",
        "451-[\"a\",{\"_placeholder\":true,\"num\":-1}]",
        "451-[\"a\",{\"_placeholder\":true,\"num\":\"0\"}]",
        "451-[\"a\",{\"_placeholder\":true}]",
        "461-[]",
        "40[]",
        "40\"a\"",
        "42[\"a\"");
  }

  @ParameterizedTest
  @MethodSource("goodPackets")
  void w07StaysOpenOnAPacketThatIsOne(String packet) {
    try (RawClient client = RawClient.connected(SERVER.port(), "ann")) {
      client.text(packet);
      client.text("425[\"sync\",\"still here\"]");
      String answer = client.read().text();
      while (!answer.contains("still here")) {
        answer = client.read().text();
      }
    }
  }

  static List<String> goodPackets() {
    return List.of(
        "42[\"a\"]",
        "42[\"__proto__\",{\"__proto__\":1}]",
        "42[\"constructor\"]",
        "42[\"\"]",
        "42/,[\"a\"]",
        "420[\"a\",1]",
        "4299999999999999999999[\"a\"]",
        "43999[]",
        "430[1,2]",
        "42[\"a\"," + "9".repeat(40) + "]",
        "42[\"a\"," + "[".repeat(31) + "]".repeat(31) + "]",
        "42[\"a\",\"\\ud83e\\ude7a\"]",
        "450-[\"a\"]",
        "460-1[]",
        "42[\"a\",{\"_placeholder\":true,\"num\":9}]",
        "40/x",
        "40/x,{}");
  }

  @Test
  void w07ATextInsteadOfAnAnnouncedAttachmentCloses() {
    try (RawClient client = RawClient.connected(SERVER.port(), "ann")) {
      client.text("451-[\"a\",{\"_placeholder\":true,\"num\":0}]");
      client.text("42[\"a\"]");
      assertEquals(1005, client.closeStatus());
    }
  }
}

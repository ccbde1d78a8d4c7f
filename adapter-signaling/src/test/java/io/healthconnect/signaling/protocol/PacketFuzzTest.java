package io.healthconnect.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.healthconnect.signaling.SignalingLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** F-04: every frame is a packet or is refused, and every accepted packet can be passed on. */
class PacketFuzzTest {
  private static final SignalingLimits LIMITS = SignalingLimits.defaults();
  private static final SocketCodec CODEC = new SocketCodec(LIMITS);
  private static final PacketJson JSON = new PacketJson(LIMITS.json());

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04EngineIo(byte[] input) {
    EngineCodec.parse(text(input))
        .ifPresent(
            packet ->
                assertEquals(Optional.of(packet), EngineCodec.parse(EngineCodec.encode(packet))));
  }

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04SocketIo(byte[] input) {
    CODEC.parse(text(input)).ifPresent(PacketFuzzTest::assertCanBeSentOn);
  }

  private static void assertCanBeSentOn(SocketPacket packet) {
    if (packet instanceof SocketPacket.Binary binary) {
      assertCanBeSentOn(binary.packet());
    } else if (packet instanceof SocketPacket.Event event) {
      assertCanBeSentOn(event.args());
    } else if (packet instanceof SocketPacket.Ack ack) {
      assertCanBeSentOn(ack.args());
    }
  }

  /** The JSON that is written parses to the same value. */
  private static void assertCanBeSentOn(List<JsonNode> args) {
    String written = JsonNodeFactory.instance.arrayNode().addAll(args).toString();
    assertEquals(written, JSON.parse(written).orElseThrow().toString());
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}

package io.healthconnect.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.protocol.SocketPacket.Ack;
import io.healthconnect.signaling.protocol.SocketPacket.Binary;
import io.healthconnect.signaling.protocol.SocketPacket.Connect;
import io.healthconnect.signaling.protocol.SocketPacket.Disconnect;
import io.healthconnect.signaling.protocol.SocketPacket.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketCodecTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SocketCodec codec = new SocketCodec(SignalingLimits.defaults());

  @Test
  void readsConnectWithAndWithoutCredentials() {
    assertEquals(Optional.of(new Connect("/", null)), codec.parse("0"));
    assertEquals(Optional.of(new Connect("/x", null)), codec.parse("0/x"));
    assertEquals(Optional.of(new Connect("/x", null)), codec.parse("0/x,"));
    Connect connect = (Connect) codec.parse("0{\"token\":\"t\"}").orElseThrow();
    assertEquals("{\"token\":\"t\"}", String.valueOf(connect.auth()));
  }

  @Test
  void readsDisconnect() {
    assertEquals(Optional.of(new Disconnect("/")), codec.parse("1"));
    assertEquals(Optional.of(new Disconnect("/x")), codec.parse("1/x,"));
  }

  @Test
  void readsEvents() {
    Event event = (Event) codec.parse("2/x,007[\"a\",1,{\"b\":[]}]").orElseThrow();
    assertEquals("/x", event.namespace());
    assertEquals("007", event.ackId());
    assertEquals("a", event.name());
    assertEquals("[1, {\"b\":[]}]", event.args().toString());
  }

  @Test
  void keepsAckIdsThatNoNumberHolds() {
    String id = "9".repeat(40);
    assertEquals(id, ((Event) codec.parse("2" + id + "[\"a\"]").orElseThrow()).ackId());
    assertEquals(id, ((Ack) codec.parse("3" + id + "[]").orElseThrow()).id());
    assertTrue(codec.parse("2" + id + "9[\"a\"]").isEmpty());
  }

  @Test
  void keepsNumbersThatNoLongHolds() {
    Event event = (Event) codec.parse("2[\"a\"," + "9".repeat(40) + "]").orElseThrow();
    assertEquals("9".repeat(40), event.args().get(0).toString());
  }

  @Test
  void readsAsManyMembersAsTheLimitSays() {
    for (int members = 255; members <= 257; members++) {
      String object =
          IntStream.range(0, members)
              .mapToObj(i -> "\"k" + i + "\":1")
              .collect(Collectors.joining(",", "{", "}"));
      boolean read = codec.parse("2[\"a\"," + object + "]").isPresent();
      assertEquals(members <= 256, read, "members " + members);
    }
  }

  @Test
  void readsBinaryEventsAndAcks() {
    Binary event =
        (Binary) codec.parse("52-/x,1[\"a\",{\"_placeholder\":true,\"num\":1}]").orElseThrow();
    assertEquals(2, event.attachments());
    assertEquals("/x", event.namespace());
    assertTrue(codec.parse("61-1[{\"_placeholder\":true,\"num\":0}]").isPresent());
    assertTrue(codec.parse("510-[\"a\"]").isPresent());
    assertTrue(codec.parse("511-[\"a\"]").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "7",
        "a",
        "2",
        "2[",
        "2{}",
        "2[]",
        "2[1]",
        "2[\"connect\"]",
        "3[]",
        "31{}",
        "0[]",
        "01{}",
        "0{}{}",
        "11",
        "1{}",
        "5[\"a\"]",
        "5-[\"a\"]",
        "2[\"a\",{\"b\":1,\"b\":2}]",
        "2[\"a\"] x",
        "2[\"\\udc00\"]",
        "2[\"a\",\"\\ud800x\"]",
        "2[\"a\",-1e999]",
        "2[\"a\",'b']",
        "2 [\"a\"]x",
        "2/x[\"a\"]"
      })
  void refusesWhatIsNoPacket(String content) {
    assertTrue(codec.parse(content).isEmpty(), content);
  }

  @Test
  void readsEnginePackets() {
    assertEquals(Optional.of(new EnginePacket.Message("0")), EngineCodec.parse("40"));
    assertEquals(Optional.of(new EnginePacket.Pong("probe")), EngineCodec.parse("3probe"));
    assertEquals(Optional.of(new EnginePacket.Close()), EngineCodec.parse("1"));
    assertTrue(EngineCodec.parse("").isEmpty());
    assertTrue(EngineCodec.parse("4").isEmpty());
    assertTrue(EngineCodec.parse("7").isEmpty());
  }

  @Test
  void writesMessagesThatTheClientReads() {
    SignalingLimits.Timeouts timeouts = SignalingLimits.defaults().timeouts();
    assertEquals(
        "0{\"sid\":\"s\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,"
            + "\"maxPayload\":65536}",
        EngineCodec.encode(
            new EnginePacket.Open(
                "s", List.of(), timeouts.pingInterval(), timeouts.pingTimeout(), 65_536)));
    assertEquals("40{\"sid\":\"s\"}", SocketCodec.connected("/", "s"));
    assertEquals("40/x,{\"sid\":\"s\",\"pid\":\"p\"}", SocketCodec.connected("/x", "s", "p"));
    assertEquals("44{\"message\":\"unauthorized\"}", SocketCodec.connectError("/", "unauthorized"));
    assertEquals("41/x,", SocketCodec.disconnect("/x"));
    assertEquals("42[\"a\\\"b\",{}]", SocketCodec.event("a\"b", "{}"));
    assertEquals("42[\"a\"]", SocketCodec.event("a", List.of()).text());
    assertEquals("42[\"a\",1,[]]", SocketCodec.event("a", args("1", "[]")).text());
    assertEquals("4312[{}]", SocketCodec.ack("/", "12", args("{}")).text());
    assertEquals("43/x,12[]", SocketCodec.ack("/x", "12", List.of()).text());
  }

  @Test
  void writesBinaryDataAsAttachments() {
    byte[] first = {1};
    byte[] second = {2, 3};
    JsonNode deep = NODES.objectNode().set("b", NODES.arrayNode().add(second).add(4));
    OutgoingPacket event = SocketCodec.event("a", List.of(NODES.binaryNode(first), deep));
    assertEquals(
        "452-[\"a\",{\"_placeholder\":true,\"num\":0},"
            + "{\"b\":[{\"_placeholder\":true,\"num\":1},4]}]",
        event.text());
    assertEquals(event.text() + "\u001ebAQ==\u001ebAgM=", event.payload());
    assertEquals(event.payload().length(), event.bytes());
    OutgoingPacket elsewhere = SocketCodec.in("/x", event);
    assertEquals(event.text().replace("452-", "452-/x,"), elsewhere.text());
    assertEquals(event.attachments(), elsewhere.attachments());
    assertEquals(
        "461-/x,7[{\"_placeholder\":true,\"num\":0}]",
        SocketCodec.ack("/x", "7", List.of(NODES.binaryNode(first))).text());
  }

  @Test
  void putsAttachmentsInTheirPlaces() {
    String text =
        "2-[\"a\",{\"b\":[{\"_placeholder\":true,\"num\":1}]},{\"_placeholder\":true,\"num\":0}]";
    Binary event = (Binary) codec.parse('5' + text).orElseThrow();
    List<byte[]> data = List.of(new byte[] {1}, new byte[] {2});
    List<JsonNode> args = ((Event) event.packet().withAttachments(data)).args();
    assertEquals(NODES.binaryNode(data.get(1)), args.get(0).at("/b/0"));
    assertEquals(NODES.binaryNode(data.get(0)), args.get(1));
  }

  private static List<JsonNode> args(String... json) {
    return Stream.of(json).map(each -> (JsonNode) NODES.rawValueNode(new RawValue(each))).toList();
  }
}

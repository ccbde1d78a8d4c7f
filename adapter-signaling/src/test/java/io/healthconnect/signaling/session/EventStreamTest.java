package io.healthconnect.signaling.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.rig.RecordingOutbound;
import io.healthconnect.signaling.sending.OutgoingEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private final RecordingOutbound outbound = new RecordingOutbound();
  private final EventStream events = new EventStream(outbound, "/", 100);

  @Test
  void anEventWaitsUntilTheClientIsAnswered() {
    events.send(null, event(1));
    assertEquals(List.of(), outbound.packets);
    events.open(new OutgoingPacket("40"));
    events.send(null, event(2));
    assertEquals(List.of("40", "42[\"e\",1]", "42[\"e\",2]"), outbound.packets);
  }

  @Test
  void anActionWaitsUntilTheClientIsAnsweredAndSentWhatWaited() {
    events.whenOpen(() -> outbound.packets.add("action"));
    events.send(null, event(1));
    assertEquals(List.of(), outbound.packets);
    events.open(new OutgoingPacket("40"));
    assertEquals(List.of("40", "42[\"e\",1]", "action"), outbound.packets);
  }

  @Test
  void anActionRunsAtOnceAfterTheAnswer() {
    events.open(new OutgoingPacket("40"));
    events.whenOpen(() -> outbound.packets.add("action"));
    assertEquals(List.of("40", "action"), outbound.packets);
  }

  private static OutgoingEvent event(int number) {
    return OutgoingEvent.of("e", JsonNodeFactory.instance.numberNode(number));
  }
}

package io.healthconnect.signaling.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.sending.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The container is a mock that holds each frame until the test releases it. */
class ContainerOutboundTest {
  private final List<String> wire = new ArrayList<>();
  private final Queue<SendHandler> underWay = new ArrayDeque<>();
  private final ManualTimers timers = new ManualTimers();
  private final Session session = mock(Session.class);
  private final ContainerOutbound outbound =
      new ContainerOutbound(
          session,
          SignalingLimits.defaults().withQueues(new SignalingLimits.Queues(3, 100, 1)),
          timers);

  @BeforeEach
  void holdFrames() throws Exception {
    RemoteEndpoint.Async remote = mock(RemoteEndpoint.Async.class);
    when(session.getAsyncRemote()).thenReturn(remote);
    doAnswer(
            call -> {
              wire.add(call.getArgument(0));
              return underWay.add(call.getArgument(1));
            })
        .when(remote)
        .sendText(anyString(), any(SendHandler.class));
    doAnswer(
            call -> {
              CloseReason reason = call.getArgument(0);
              return wire.add("close " + reason.getCloseCode().getCode());
            })
        .when(session)
        .close(any(CloseReason.class));
  }

  private void send(String... texts) {
    for (String text : texts) {
      outbound.send(new OutgoingPacket(text));
    }
  }

  private void letGo() {
    underWay.remove().onResult(new SendResult(session));
  }

  @Test
  void closesAfterWhatWasSentBefore() {
    send("a", "b", "c");
    outbound.close(CloseCode.SESSION_ENDED);
    send("d");
    outbound.close(CloseCode.SERVER_STOPPING);
    letGo();
    letGo();
    assertEquals(List.of("a", "b", "c"), wire);
    letGo();
    assertEquals(List.of("a", "b", "c", "close 4401"), wire);
    timers.advance(Duration.ofMinutes(1));
    assertEquals(4, wire.size());
  }

  @Test
  void closesAtOnceWhenNothingIsUnderWay() {
    send("a");
    letGo();
    outbound.close(CloseCode.SERVER_STOPPING);
    send("b");
    assertEquals(List.of("a", "close 1001"), wire);
  }

  @Test
  void doesNotWaitForAFrameThatIsStuck() {
    send("a", "b");
    outbound.close(CloseCode.SESSION_ENDED);
    timers.advance(Duration.ofMillis(1_999));
    assertEquals(List.of("a"), wire);
    timers.advance(Duration.ofMillis(1));
    assertEquals(List.of("a", "close 4401"), wire);
    letGo();
    assertEquals(List.of("a", "close 4401"), wire);
  }

  @Test
  void dropsTheQueueWhenItIsOverItsLimit() {
    send("a", "b", "c", "d", "e");
    letGo();
    assertEquals(List.of("a", "close 1013"), wire);
  }

  @Test
  void countsWhatWaitsInBytes() {
    // 20 of three bytes, 10 of four.
    String three = "\u20ac".repeat(20);
    send(three, "\ud83d\ude00".repeat(10), "c");
    assertEquals(List.of(three, "close 1013"), wire);
  }

  @Test
  void takesExactlyAsManyBytesAsTheLimitSays() {
    send("\u00e9".repeat(30), "b".repeat(40));
    letGo();
    letGo();
    assertEquals(List.of("\u00e9".repeat(30), "b".repeat(40)), wire);
  }

  @Test
  void closesWhenAFrameFailsEvenWhileWaitingToClose() {
    send("a", "b");
    underWay.remove().onResult(new SendResult(session, new IllegalStateException("gone")));
    assertEquals(List.of("a", "close 1011"), wire);
    outbound.close(CloseCode.SESSION_ENDED);
    timers.advance(Duration.ofMinutes(1));
    assertEquals(2, wire.size());
  }
}

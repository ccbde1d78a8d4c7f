package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.EchoListener;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.RecordingOutbound;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollingSessionTest {
  private final ManualTimers timers = new ManualTimers();
  private final SignalingCore core =
      new SignalingCore(
          SignalingLimits.defaults(),
          new EchoListener(),
          new SocketRegistry(8),
          Runnable::run,
          timers,
          () -> "id");
  private final AtomicBoolean ended = new AtomicBoolean();
  private final PollingSession session =
      new PollingSession(core, new Handshake(Map.of(), null, "", false), over -> ended.set(true));
  private final RecordingOutbound webSocket = new RecordingOutbound();
  private final List<String> answers = new ArrayList<>();

  @BeforeEach
  void open() {
    session.open();
    poll();
    assertEquals("0", answers.remove(0).substring(0, 1));
  }

  @Test
  void anOpenPollEndsWhenTheClientChecksItsWebSocket() {
    poll();
    UpgradeProbe probe = UpgradeProbe.begin(session, webSocket, core);
    assertEquals(List.of(), answers);
    probe.onText("2probe");
    assertEquals(List.of("3probe"), webSocket.packets);
    assertEquals(List.of("6"), answers);
  }

  @Test
  void aPollDuringTheCheckEndsAfterAMoment() {
    UpgradeProbe.begin(session, webSocket, core).onText("2probe");
    poll();
    assertEquals(List.of(), answers);
    timers.advance(PollTransport.PROBE_POLL);
    assertEquals(List.of("6"), answers);
  }

  @Test
  void aCloseFromTheClientEndsItsPollWithoutOne() {
    poll();
    assertTrue(session.beginPost());
    assertTrue(session.post("1"));
    assertEquals(List.of("6"), answers);
    assertTrue(ended.get());
  }

  @Test
  void aClientThatViolatesTheProtocolIsNotWaitedFor() {
    assertTrue(session.beginPost());
    assertFalse(session.post("9"));
    assertTrue(ended.get());
    poll();
    assertEquals(List.of("refused"), answers);
  }

  @Test
  void aSilentClientIsNotWaitedFor() {
    timers.advance(Duration.ofSeconds(10));
    assertTrue(ended.get());
  }

  @Test
  void anotherEndWaitsForThePoll() {
    session.engine().close(CloseCode.SESSION_ENDED);
    assertFalse(ended.get());
    poll();
    assertEquals(List.of("1"), answers);
    assertTrue(ended.get());
  }

  /** The client of Python stays away after a close packet. */
  @ParameterizedTest
  @EnumSource(names = {"SERVER_STOPPING", "RESYNC"})
  void aClientThatIsToComeBackGetsNoClosePacket(CloseCode code) {
    poll();
    session.engine().close(code);
    assertEquals(List.of("refused"), answers);
    assertTrue(ended.get());
  }

  private void poll() {
    session.poll(
        new Poll() {
          @Override
          public void answer(String payload, Consumer<Boolean> written) {
            answers.add(payload);
            written.accept(true);
          }

          @Override
          public void refuse() {
            answers.add("refused");
          }
        });
  }
}

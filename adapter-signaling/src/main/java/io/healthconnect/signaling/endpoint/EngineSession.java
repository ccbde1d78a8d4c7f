package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.protocol.EngineCodec;
import io.healthconnect.signaling.protocol.EnginePacket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The Engine.IO side of one transport. Frames come in one after the other. */
final class EngineSession {
  private static final OutgoingText PING =
      new OutgoingText(EngineCodec.encode(new EnginePacket.Ping("")));

  private final SignalingCore core;
  private final Outbound outbound;
  private final Heartbeat heartbeat;
  private final SocketSession socket;
  private final AtomicBoolean ended = new AtomicBoolean();
  private int binaryExpected;

  EngineSession(SignalingCore core, Outbound outbound, Handshake handshake) {
    this.core = core;
    this.outbound = outbound;
    this.heartbeat =
        new Heartbeat(
            core.timers(),
            core.limits().timeouts(),
            () -> outbound.send(PING),
            () -> close(CloseCode.WITHOUT_STATUS));
    this.socket = new SocketSession(core, outbound, handshake, this::close);
  }

  void open() {
    SignalingLimits limits = core.limits();
    SignalingLimits.Timeouts timeouts = limits.timeouts();
    outbound.send(
        new OutgoingText(
            EngineCodec.encode(
                new EnginePacket.Open(
                    core.ids().get(),
                    timeouts.pingInterval(),
                    timeouts.pingTimeout(),
                    limits.frames().maxMessageBytes()))));
    heartbeat.start();
    socket.open();
    core.registry().opened(this).ifPresent(this::close);
    if (ended.get()) {
      core.registry().gone(this);
    }
  }

  void onText(String text) {
    if (ended.get()) {
      return;
    }
    Optional<EnginePacket> packet = EngineCodec.parse(text);
    if (binaryExpected > 0 || packet.isEmpty() || !accepts(packet.get())) {
      close(CloseCode.WITHOUT_STATUS);
    }
  }

  void onBinary() {
    if (ended.get()) {
      return;
    }
    if (binaryExpected == 0) {
      close(CloseCode.BINARY_NOT_ALLOWED);
    } else if (--binaryExpected == 0) {
      socket.attachmentsArrived();
    }
  }

  void close(CloseCode code) {
    if (ended.compareAndSet(false, true)) {
      outbound.close(code);
      release();
    }
  }

  /** The transport is gone, whoever closed it. */
  void onClosed() {
    if (ended.compareAndSet(false, true)) {
      release();
    }
  }

  private boolean accepts(EnginePacket packet) {
    if (packet instanceof EnginePacket.Message message) {
      int attachments = socket.receive(message.content());
      if (attachments > 0) {
        binaryExpected = attachments;
        outbound.expectBinary(attachments);
      }
      return attachments >= 0;
    }
    if (packet instanceof EnginePacket.Pong) {
      heartbeat.pong();
      return true;
    }
    return packet instanceof EnginePacket.Ignored;
  }

  private void release() {
    heartbeat.stop();
    socket.end();
    core.registry().gone(this);
  }
}

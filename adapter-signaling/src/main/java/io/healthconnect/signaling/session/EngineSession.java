package io.healthconnect.signaling.session;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.limits.EventRateLimiter;
import io.healthconnect.signaling.protocol.EngineCodec;
import io.healthconnect.signaling.protocol.EnginePacket;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The Engine.IO session of one client. Packets are received one after the other. */
public final class EngineSession implements PacketReceiver {
  private static final OutgoingPacket PING =
      new OutgoingPacket(EngineCodec.encode(new EnginePacket.Ping("")));

  private final SignalingCore core;
  private final String id;
  private final Outbound outbound;
  private final Heartbeat heartbeat;
  private final Namespaces sockets;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final EventRateLimiter rate;

  public EngineSession(SignalingCore core, Outbound outbound, Handshake handshake) {
    this.core = core;
    this.id = core.node() + core.ids().get();
    this.outbound = outbound;
    this.heartbeat =
        new Heartbeat(
            core.timers(),
            core.limits().timeouts(),
            () -> outbound.send(PING),
            () -> close(CloseCode.WITHOUT_STATUS));
    this.rate = new EventRateLimiter(core.limits().events(), core.timers().nanoTime());
    this.sockets = new Namespaces(core, outbound, handshake, this::close);
  }

  /** The Engine.IO sid. */
  public String id() {
    return id;
  }

  /**
   * Sends the open packet and starts the deadlines.
   *
   * @param upgrades the transports that the client may change to
   */
  public void open(List<String> upgrades) {
    SignalingLimits limits = core.limits();
    SignalingLimits.Timeouts timeouts = limits.timeouts();
    outbound.send(
        new OutgoingPacket(
            EngineCodec.encode(
                new EnginePacket.Open(
                    id,
                    upgrades,
                    timeouts.pingInterval(),
                    timeouts.pingTimeout(),
                    limits.frames().maxMessageBytes()))));
    heartbeat.start();
    sockets.changed();
    core.registry().opened(this).ifPresent(this::close);
    if (ended.get()) {
      core.registry().gone(this);
    }
  }

  @Override
  public void onText(String text) {
    if (ended.get()) {
      return;
    }
    EventRateLimiter.Verdict verdict = rate.check(core.timers().nanoTime());
    if (verdict != EventRateLimiter.Verdict.ALLOWED && isOverRate(verdict, text)) {
      close(CloseCode.RATE_LIMITED);
      return;
    }
    boolean limited = verdict == EventRateLimiter.Verdict.LIMITED;
    Optional<EnginePacket> packet = EngineCodec.parse(text);
    if (sockets.awaitsAttachment() || packet.isEmpty() || !accepts(packet.get(), limited)) {
      close(CloseCode.WITHOUT_STATUS);
    }
  }

  /** Events are refused for a while; no honest client sends other packets at such a rate. */
  private static boolean isOverRate(EventRateLimiter.Verdict verdict, String text) {
    return verdict == EventRateLimiter.Verdict.EXCEEDED || !text.startsWith("4");
  }

  @Override
  public void onBinary(ByteBuffer data) {
    if (ended.get()) {
      return;
    }
    if (rate.check(core.timers().nanoTime()) == EventRateLimiter.Verdict.EXCEEDED) {
      close(CloseCode.RATE_LIMITED);
    } else if (!sockets.awaitsAttachment()) {
      close(CloseCode.BINARY_NOT_ALLOWED);
    } else if (!sockets.attachment(data)) {
      close(CloseCode.TOO_BIG);
    }
  }

  @Override
  public void close(CloseCode code) {
    if (ended.compareAndSet(false, true)) {
      outbound.close(code);
      release();
    }
  }

  @Override
  public void onClosed() {
    if (ended.compareAndSet(false, true)) {
      release();
    }
  }

  private boolean accepts(EnginePacket packet, boolean limited) {
    return packet.fold(new Receiver(limited));
  }

  /**
   * Handles a packet of the client; false if only a server may send it, or if it ends the session.
   */
  private final class Receiver implements EnginePacket.Cases<Boolean> {
    private final boolean limited;

    private Receiver(boolean limited) {
      this.limited = limited;
    }

    @Override
    public Boolean open(EnginePacket.Open packet) {
      return false;
    }

    @Override
    public Boolean close(EnginePacket.Close packet) {
      return false;
    }

    @Override
    public Boolean ping(EnginePacket.Ping packet) {
      return false;
    }

    @Override
    public Boolean pong(EnginePacket.Pong packet) {
      heartbeat.pong();
      return true;
    }

    @Override
    public Boolean message(EnginePacket.Message packet) {
      return sockets.receive(packet.content(), limited);
    }

    @Override
    public Boolean ignored(EnginePacket.Ignored packet) {
      return true;
    }
  }

  private void release() {
    heartbeat.stop();
    sockets.end();
    core.registry().gone(this);
  }
}

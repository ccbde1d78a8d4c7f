package io.healthconnect.signaling.rig;

import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import java.util.ArrayList;
import java.util.List;

/** Records the packets that a client would get, on one thread. */
public final class RecordingOutbound implements Outbound {
  public final List<String> packets = new ArrayList<>();

  @Override
  public void send(OutgoingPacket packet) {
    packets.add(packet.text());
  }

  @Override
  public void sendAll(List<OutgoingPacket> packets) {
    packets.forEach(this::send);
  }

  @Override
  public void close(CloseCode code) {
    packets.add("close " + code);
  }

  @Override
  public void expectBinary(int messages) {}
}

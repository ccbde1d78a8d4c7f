package io.healthconnect.signaling.rig;

import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.sending.OutgoingText;
import java.util.ArrayList;
import java.util.List;

/** Records the packets that a client would get, on one thread. */
public final class RecordingOutbound implements Outbound {
  public final List<String> packets = new ArrayList<>();

  @Override
  public void send(OutgoingText text) {
    packets.add(text.text());
  }

  @Override
  public void sendAll(List<OutgoingText> texts) {
    texts.forEach(this::send);
  }

  @Override
  public void close(CloseCode code) {
    packets.add("close " + code);
  }

  @Override
  public void expectBinary(int messages) {}
}

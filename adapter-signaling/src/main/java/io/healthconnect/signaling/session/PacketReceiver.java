package io.healthconnect.signaling.session;

import io.healthconnect.signaling.sending.CloseCode;
import java.nio.ByteBuffer;

/** Receives the Engine.IO packets of one transport, one after the other. */
public interface PacketReceiver {
  void onText(String text);

  /**
   * @param data valid during the call
   */
  void onBinary(ByteBuffer data);

  /** The transport is gone, whichever side closed it. */
  void onClosed();

  void close(CloseCode code);
}

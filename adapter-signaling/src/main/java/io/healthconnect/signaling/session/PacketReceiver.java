package io.healthconnect.signaling.session;

import io.healthconnect.signaling.sending.CloseCode;

/** Receives the Engine.IO packets of one transport, one after the other. */
public interface PacketReceiver {
  void onText(String text);

  void onBinary();

  /** The transport is gone, whichever side closed it. */
  void onClosed();

  void close(CloseCode code);
}

package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.PacketReceiver;
import jakarta.websocket.MessageHandler;

/**
 * Joins the fragments of a text; behind the frame guard every text arrives whole. Taking parts is
 * cheaper than taking whole messages, for which Tyrus sorts its handlers and looks for a decoder
 * each time.
 */
final class TextAssembler implements MessageHandler.Partial<String> {
  private final PacketReceiver receiver;
  private final int limit;
  private StringBuilder begun = new StringBuilder(0);

  /**
   * @param limit the length over which a text closes the socket
   */
  TextAssembler(PacketReceiver receiver, int limit) {
    this.receiver = receiver;
    this.limit = limit;
  }

  @Override
  public void onMessage(String part, boolean last) {
    if (part.length() > limit - begun.length()) {
      receiver.close(CloseCode.TOO_BIG);
    } else if (last) {
      String whole = begun.isEmpty() ? part : begun.append(part).toString();
      begun = new StringBuilder(0);
      receiver.onText(whole);
    } else {
      begun.append(part);
    }
  }
}

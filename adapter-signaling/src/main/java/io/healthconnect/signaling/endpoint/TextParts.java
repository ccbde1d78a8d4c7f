package io.healthconnect.signaling.endpoint;

import jakarta.websocket.MessageHandler;

/**
 * Joins a text whose fragments the container hands on one by one; behind the frame guard every text
 * comes whole. Taking parts is cheaper than taking whole messages, for which Tyrus sorts its
 * handlers and looks for a decoder each time.
 */
final class TextParts implements MessageHandler.Partial<String> {
  private final EngineSession engine;
  private final int limit;
  private StringBuilder begun = new StringBuilder(0);

  /**
   * @param limit the longest text; a longer one closes the socket
   */
  TextParts(EngineSession engine, int limit) {
    this.engine = engine;
    this.limit = limit;
  }

  @Override
  public void onMessage(String part, boolean last) {
    if (part.length() > limit - begun.length()) {
      engine.close(CloseCode.TOO_BIG);
    } else if (last) {
      String whole = begun.isEmpty() ? part : begun.append(part).toString();
      begun = new StringBuilder(0);
      engine.onText(whole);
    } else {
      begun.append(part);
    }
  }
}

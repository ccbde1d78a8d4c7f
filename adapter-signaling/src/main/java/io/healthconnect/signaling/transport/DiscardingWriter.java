package io.healthconnect.signaling.transport;

import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Discards what the WebSocket engine writes. Our frames bypass the engine, the guard answers
 * control frames, and a close frame of the engine would be a second one, so nothing remains to be
 * written.
 */
final class DiscardingWriter extends Writer {
  @Override
  public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
    completion.completed(frame);
  }

  @Override
  public void close() {}
}

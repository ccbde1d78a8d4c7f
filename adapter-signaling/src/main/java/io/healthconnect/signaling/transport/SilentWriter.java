package io.healthconnect.signaling.transport;

import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * What the engine writes to. Frames of ours do not pass the engine, control frames are answered by
 * the guard, and the engine's own close frame would be a second one, so nothing is left to write.
 */
final class SilentWriter extends Writer {
  @Override
  public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
    completion.completed(frame);
  }

  @Override
  public void close() {}
}

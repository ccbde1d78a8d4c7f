package io.healthconnect.signaling.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads the body of a POST as it arrives, without holding a thread, and no further than a limit.
 */
final class BodyReader implements Runnable {
  /** Receives the result, exactly once. */
  interface Result {
    void complete(String body);

    void tooLarge();

    /** The client is gone, was too slow, or sent invalid UTF-8. */
    void failed();
  }

  private final Request request;
  private final int limit;
  private final Result result;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  BodyReader(Request request, int limit, Result result) {
    this.request = request;
    this.limit = limit;
    this.result = result;
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        result.failed();
        return;
      }
      boolean fits = append(chunk);
      if (!fits) {
        result.tooLarge();
        return;
      }
      if (chunk.isLast()) {
        complete();
        return;
      }
    }
  }

  private boolean append(Content.Chunk chunk) {
    ByteBuffer bytes = chunk.getByteBuffer();
    boolean fits = bytes.remaining() <= limit - body.size();
    if (fits) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      body.writeBytes(copy);
    }
    chunk.release();
    return fits;
  }

  private void complete() {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(body.toByteArray()))
              .toString();
    } catch (CharacterCodingException invalid) {
      result.failed();
      return;
    }
    result.complete(text);
  }
}

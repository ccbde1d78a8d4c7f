package io.healthconnect.benchmarks.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Splits what the server sends into frames. */
final class ServerFrameReader {
  /** Receives one complete frame. */
  interface Sink {
    void frame(int opcode, byte[] payload);
  }

  private final Sink sink;
  private ByteBuffer rest = ByteBuffer.allocate(0);

  ServerFrameReader(Sink sink) {
    this.sink = sink;
  }

  /**
   * Reads the HTTP response head, which arrives in one piece. Returns its status, or 0 without one.
   */
  int skipHead(ByteBuffer bytes) {
    String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return 0;
    }
    bytes.position(bytes.position() + end + 4);
    return Integer.parseInt(text.substring(9, 12));
  }

  void read(ByteBuffer bytes) {
    ByteBuffer all = bytes;
    if (rest.hasRemaining()) {
      all = ByteBuffer.allocate(rest.remaining() + bytes.remaining()).put(rest).put(bytes).flip();
    }
    while (one(all)) {
      // The next one.
    }
    rest = ByteBuffer.allocate(all.remaining()).put(all).flip();
  }

  private boolean one(ByteBuffer bytes) {
    int start = bytes.position();
    if (bytes.remaining() < 2) {
      return false;
    }
    int opcode = bytes.get() & 0x0F;
    int length = bytes.get() & 0x7F;
    int more = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (bytes.remaining() >= more && more > 0) {
      length = more == 2 ? bytes.getShort() & 0xFFFF : (int) bytes.getLong();
      more = 0;
    }
    if (more > 0 || bytes.remaining() < length) {
      bytes.position(start);
      return false;
    }
    byte[] payload = new byte[length];
    bytes.get(payload);
    sink.frame(opcode, payload);
    return true;
  }
}

package io.healthconnect.benchmarks.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Masked WebSocket frames, as a client sends them. */
final class ClientFrames {
  static final int TEXT_BEGIN = 0x01;
  static final int CONTINUATION = 0x00;
  static final int TEXT = 0x81;
  static final int PING = 0x89;

  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};

  private ClientFrames() {}

  static ByteBuffer text(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param first the frame's first byte: FIN, reserved bits and opcode
   */
  static ByteBuffer frame(int first, byte[] payload) {
    ByteBuffer frame = head(first, payload.length, payload.length);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i & 3]));
    }
    return frame.flip();
  }

  /** The header and masking key of a frame with this declared length, without its payload. */
  static ByteBuffer announcement(int first, long length) {
    return head(first, length, 0).flip();
  }

  /** The same frame, repeated, in one buffer. */
  static ByteBuffer repeated(ByteBuffer frame, int times) {
    ByteBuffer all = ByteBuffer.allocate(frame.remaining() * times);
    for (int i = 0; i < times; i++) {
      all.put(frame.duplicate());
    }
    return all.flip();
  }

  private static ByteBuffer head(int first, long length, int room) {
    ByteBuffer frame = ByteBuffer.allocate(14 + room).put((byte) first);
    if (length <= 125) {
      frame.put((byte) (0x80 | length));
    } else if (length <= 0xFFFF) {
      frame.put((byte) 0xFE).putShort((short) length);
    } else {
      frame.put((byte) 0xFF).putLong(length);
    }
    return frame.put(MASK);
  }
}

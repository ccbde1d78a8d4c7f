package io.healthconnect.signaling.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects and unmasks one message, and returns it as one frame. */
final class MessageBuffer {
  /** Room for the longest header before the payload, so that nothing is copied to add it. */
  private static final int HEAD = 10;

  private static final int START = 256;

  /** Larger buffers are not reused for the next message. */
  private static final int KEPT = 4096;

  private final int largest;
  private byte[] bytes = new byte[0];
  private int end = HEAD;

  /**
   * @param maxMessageBytes more will never be appended
   */
  MessageBuffer(int maxMessageBytes) {
    largest = (int) Math.min(Integer.MAX_VALUE - 8L, maxMessageBytes + (long) HEAD);
  }

  /** Appends payload bytes; grows with what has arrived, never with what was announced. */
  void append(ByteBuffer in, int length, byte[] mask, int maskAt) {
    grow(end + length);
    in.get(bytes, end, length);
    unmask(length, mask, maskAt);
    end += length;
  }

  private void unmask(int length, byte[] mask, int maskAt) {
    long word = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      word = word << 8 | (mask[(maskAt + i) & 3] & 0xFF);
    }
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      LongView.set(bytes, end + i, LongView.get(bytes, end + i) ^ word);
    }
    for (; i < length; i++) {
      bytes[end + i] ^= mask[(maskAt + i) & 3];
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  /** The message as a final frame; valid until {@link #reset}. */
  ByteBuffer frame(int opcode) {
    grow(HEAD);
    int length = end - HEAD;
    int start = HEAD - (length <= 125 ? 2 : length <= 0xFFFF ? 4 : 10);
    ByteBuffer frame = ByteBuffer.wrap(bytes, start, end - start);
    frame.put((byte) (0x80 | opcode));
    if (length <= 125) {
      frame.put((byte) length);
    } else if (length <= 0xFFFF) {
      frame.put((byte) 126).putShort((short) length);
    } else {
      frame.put((byte) 127).putLong(length);
    }
    return frame.position(start);
  }

  void reset() {
    end = HEAD;
    if (bytes.length > KEPT) {
      bytes = new byte[0];
    }
  }

  private void grow(int needed) {
    if (needed > bytes.length) {
      long doubled = Math.max(START, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(largest, doubled)));
    }
  }
}

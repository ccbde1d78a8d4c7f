package io.healthconnect.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** WebSocket frames as clients send them, valid and invalid. */
public final class Frames {
  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};

  private Frames() {}

  public static byte[] text(String text) {
    return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] close(int status, byte[] reason) {
    return frame(
        0x88, ByteBuffer.allocate(2 + reason.length).putShort((short) status).put(reason).array());
  }

  public static byte[] frame(int first, byte[] payload) {
    return join(head(first, payload.length), MASK, masked(payload));
  }

  public static byte[] unmasked(int first, byte[] payload) {
    byte[] head = head(first, payload.length);
    head[1] &= 0x7F;
    return join(head, payload);
  }

  /** The header of a masked frame in its shortest form, without the masking key. */
  public static byte[] head(int first, long length) {
    if (length <= 125) {
      return new byte[] {(byte) first, (byte) (0x80 | length)};
    }
    return length <= 0xFFFF ? head16(first, (int) length) : head64(first, length);
  }

  public static byte[] head16(int first, int length) {
    return ByteBuffer.allocate(4)
        .put((byte) first)
        .put((byte) 0xFE)
        .putShort((short) length)
        .array();
  }

  public static byte[] head64(int first, long length) {
    return ByteBuffer.allocate(10).put((byte) first).put((byte) 0xFF).putLong(length).array();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Cuts bytes into pieces of equal size; the last may be shorter. */
  public static List<byte[]> chunks(byte[] bytes, int size) {
    List<byte[]> chunks = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += size) {
      chunks.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
    }
    return chunks;
  }

  private static byte[] masked(byte[] payload) {
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK[i & 3];
    }
    return masked;
  }
}

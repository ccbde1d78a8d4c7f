package io.healthconnect.signaling.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Encodes the unmasked WebSocket frames that a server sends. */
public final class ServerFrames {
  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;
  private static final int PONG = 0x8A;
  private static final int MAX_REASON = 123;

  private ServerFrames() {}

  public static byte[] text(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The frame of a text, followed by those of its attachments. */
  static byte[] of(String text, List<byte[]> attachments) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.writeBytes(text(text));
    attachments.forEach(attachment -> frames.writeBytes(frame(BINARY, attachment)));
    return frames.toByteArray();
  }

  public static byte[] pong(byte[] payload) {
    return frame(PONG, payload);
  }

  /** A close frame without a status. */
  public static byte[] close() {
    return frame(CLOSE, new byte[0]);
  }

  /** A close frame with the same payload as the peer's. */
  public static byte[] closeAnswer(byte[] peerPayload) {
    return frame(CLOSE, peerPayload);
  }

  /** A close frame. The reason is ASCII, and is truncated if the frame would be too long. */
  public static byte[] close(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
    byte[] body = Arrays.copyOf(new byte[] {(byte) (code >> 8), (byte) code}, 2 + cut(text));
    System.arraycopy(text, 0, body, 2, cut(text));
    return frame(CLOSE, body);
  }

  private static int cut(byte[] reason) {
    return Math.min(reason.length, MAX_REASON);
  }

  private static byte[] frame(int first, byte[] payload) {
    int length = payload.length;
    int head = length <= 125 ? 2 : length <= 0xFFFF ? 4 : 10;
    ByteBuffer frame = ByteBuffer.allocate(head + length).put((byte) first);
    if (head == 2) {
      frame.put((byte) length);
    } else if (head == 4) {
      frame.put((byte) 126).putShort((short) length);
    } else {
      frame.put((byte) 127).putLong(length);
    }
    return frame.put(payload).array();
  }
}

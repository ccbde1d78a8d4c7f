package io.healthconnect.signaling.transport;

import static io.healthconnect.testkit.wire.Frames.bytes;
import static io.healthconnect.testkit.wire.Frames.frame;
import static io.healthconnect.testkit.wire.Frames.head;
import static io.healthconnect.testkit.wire.Frames.head16;
import static io.healthconnect.testkit.wire.Frames.head64;
import static io.healthconnect.testkit.wire.Frames.join;
import static io.healthconnect.testkit.wire.Frames.text;
import static io.healthconnect.testkit.wire.Frames.unmasked;

import io.healthconnect.testkit.wire.Frames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Frames that a client must not send, each with the expected answer, and some that it may send. */
final class HostileFrameCases {
  /** No close: the connection continues. */
  static final int OPEN = 0;

  record Case(String name, byte[] bytes, int status) {
    @Override
    public String toString() {
      return name + " -> " + status;
    }
  }

  private static final byte[] NONE = {};
  private static final byte[] SIX = {'6'};

  private final List<Case> cases = new ArrayList<>();

  static List<Case> all() {
    HostileFrameCases table = new HostileFrameCases();
    table.heads();
    table.fragments();
    table.lengths();
    table.closes();
    table.texts();
    table.packets();
    return table.cases;
  }

  private void add(String name, int status, byte[]... parts) {
    cases.add(new Case(name, join(parts), status));
  }

  private void heads() {
    for (int opcode : new int[] {0, 1, 2, 8, 9, 10}) {
      add("w01 unmasked opcode " + opcode, 1002, unmasked(0x80 | opcode, SIX));
      add("w01 unmasked without FIN opcode " + opcode, 1002, unmasked(opcode, NONE));
    }
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      add("w01 reserved opcode " + opcode, 1002, frame(0x80 | opcode, NONE));
      add("w01 reserved opcode with payload " + opcode, 1002, frame(0x80 | opcode, SIX));
      add("w01 reserved opcode without FIN " + opcode, 1002, frame(opcode, SIX));
      add("w01 reserved opcode after text " + opcode, 1002, text("6"), frame(0x80 | opcode, SIX));
    }
    for (int bits = 1; bits < 8; bits++) {
      for (int opcode : new int[] {1, 2, 8, 9, 10}) {
        int first = 0x80 | bits << 4 | opcode;
        add("w01 reserved bits " + bits + " opcode " + opcode, 1002, frame(first, SIX));
      }
    }
    for (int opcode : new int[] {8, 9, 10}) {
      add("w01 fragmented control " + opcode, 1002, frame(opcode, NONE));
      add("w01 control of 126 bytes " + opcode, 1002, head16(0x80 | opcode, 126));
      add("w01 control of 2^40 bytes " + opcode, 1002, head64(0x80 | opcode, 1L << 40));
    }
    add("w01 ping of 125 bytes", OPEN, frame(0x89, new byte[125]));
    add("w01 unasked pong", OPEN, frame(0x8A, SIX));
    add("w01 binary", 1003, frame(0x82, SIX));
    add("w01 empty binary", 1003, frame(0x82, NONE));
    add("w01 binary without FIN", 1003, frame(0x02, SIX));
  }

  private void fragments() {
    add("w01 continuation of nothing", 1002, frame(0x80, SIX));
    add("w01 continuation of nothing without FIN", 1002, frame(0x00, SIX));
    add("w01 continuation after a whole text", 1002, text("6"), frame(0x80, SIX));
    add("w01 text inside a message", 1002, frame(0x01, SIX), text("6"));
    add("w01 text without FIN inside a message", 1002, frame(0x01, SIX), frame(0x01, SIX));
    add("w01 binary inside a message", 1002, frame(0x01, SIX), frame(0x82, SIX));
    add("w01 two fragments", OPEN, frame(0x01, SIX), frame(0x80, SIX));
    add("w01 ping between fragments", OPEN, frame(0x01, SIX), frame(0x89, SIX), frame(0x80, NONE));
    add("w01 close between fragments", 1005, frame(0x01, SIX), frame(0x88, NONE));
    add("w05 64 fragments", OPEN, tiny(63), frame(0x80, NONE));
    add("w05 65 fragments", 1009, tiny(64), frame(0x80, NONE));
    add("w05 65 fragments of one byte, no end", 1009, tiny(64), frame(0x00, SIX));
    byte[] half = new byte[32 * 1024];
    add("w04 fragments over the limit", 1009, big(0x01, half), big(0x00, half), head(0x80, 1));
    add("w04 fragments, the last announces 2^40", 1009, frame(0x01, SIX), head64(0, 1L << 40));
  }

  private static byte[] tiny(int count) {
    byte[][] frames = new byte[count][];
    for (int i = 0; i < count; i++) {
      frames[i] = i == 0 ? frame(0x01, SIX) : frame(0x00, i % 2 == 0 ? SIX : NONE);
    }
    return join(frames);
  }

  private static byte[] big(int first, byte[] filler) {
    byte[] payload = filler.clone();
    Arrays.fill(payload, (byte) '6');
    return frame(first, payload);
  }

  private void lengths() {
    for (int length : new int[] {0, 1, 2, 124, 125}) {
      add("w01 16-bit length for " + length, 1002, head16(0x81, length));
    }
    for (long length : new long[] {0, 1, 125, 126, 0xFFFE, 0xFFFF}) {
      add("w01 64-bit length for " + length, 1002, head64(0x81, length));
    }
    for (long length : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, -65_536}) {
      add("w01 negative length " + length, 1002, head64(0x81, length));
    }
    for (long length : new long[] {65_537, 70_000, 1 << 20, 1L << 31, 1L << 32, 1L << 40}) {
      add("w03 announces " + length, 1009, head64(0x81, length));
      add("w03 announces without FIN " + length, 1009, head64(0x01, length));
    }
    add("w03 announces the largest", 1009, head64(0x81, Long.MAX_VALUE));
    add("w03 one below the limit", OPEN, text("6".repeat(65_535)));
    add("w03 the limit", OPEN, text("6".repeat(65_536)));
    add("w03 one above the limit", 1009, text("6".repeat(65_537)));
  }

  private void closes() {
    add("w01 close without a status", 1005, frame(0x88, NONE));
    add("w01 close of one byte", 1002, frame(0x88, SIX));
    for (int status :
        new int[] {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535}) {
      add("w01 close with " + status, 1002, Frames.close(status, NONE));
    }
    for (int status :
        new int[] {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999}) {
      add("w01 close with " + status, status, Frames.close(status, SIX));
    }
    add("w01 close with the longest reason", 1000, Frames.close(1000, new byte[123]));
    add("w01 close with a bad reason", 1007, Frames.close(1000, bytes(0xC3, 0x28)));
    add("w01 close with a cut reason", 1007, Frames.close(1000, bytes(0xE2, 0x82)));
    add("w01 frames after a close are not heard", 1000, Frames.close(1000, NONE), frame(0x83, SIX));
  }

  private void texts() {
    int[][] bad = {
      {0x80},
      {0xBF},
      {0xC0, 0xAF},
      {0xC1, 0xBF},
      {0xC2, 0x41},
      {0xE0, 0x80, 0xAF},
      {0xE0, 0x9F, 0xBF},
      {0xED, 0xA0, 0x80},
      {0xED, 0xBF, 0xBF},
      {0xF0, 0x80, 0x80, 0xAF},
      {0xF0, 0x8F, 0xBF, 0xBF},
      {0xF4, 0x90, 0x80, 0x80},
      {0xF5, 0x80, 0x80, 0x80},
      {0xF8},
      {0xFC},
      {0xFE},
      {0xFF},
      {0xE2, 0x28, 0xA1},
      {0xF0, 0x9F, 0x28, 0xA9},
      {0xF0, 0x9F, 0xA9, 0x28}
    };
    for (int[] sequence : bad) {
      byte[] bytes = bytes(sequence);
      String name = HexFormat.of().formatHex(bytes);
      add("w01 bad text " + name, 1007, frame(0x81, join(SIX, bytes)));
      add("w01 bad fragment " + name, 1007, frame(0x01, SIX), frame(0x00, bytes));
      add("w01 bad text before its end " + name, 1007, head(0x81, 1000), maskedTail(bytes));
    }
    for (int[] cut : new int[][] {{0xC3}, {0xE2, 0x82}, {0xF0, 0x9F, 0xA9}, {0xF0}}) {
      byte[] bytes = bytes(cut);
      add("w01 cut text " + bytes.length, 1007, frame(0x81, join(SIX, bytes)));
      add("w01 cut last fragment " + bytes.length, 1007, frame(0x01, SIX), frame(0x80, bytes));
    }
    for (String good : List.of("é", "€", "🩺", "\u0000", "\u007F", "\uFFFF", "\uD7FF\uE000")) {
      byte[] bytes = ("6" + good).getBytes(StandardCharsets.UTF_8);
      add("w01 good text " + bytes.length, OPEN, frame(0x81, bytes));
      byte[] first = Arrays.copyOf(bytes, 2);
      byte[] rest = Arrays.copyOfRange(bytes, 2, bytes.length);
      add("w01 good split text " + bytes.length, OPEN, frame(0x01, first), frame(0x80, rest));
    }
  }

  /** Mask and payload of a frame whose head is sent apart, so that it never ends. */
  private static byte[] maskedTail(byte[] bytes) {
    byte[] whole = frame(0x81, join(SIX, bytes));
    return Arrays.copyOfRange(whole, 2, whole.length);
  }

  private void packets() {
    for (String packet : List.of("", "4", "7", "8", "9", "b", "bAQID", "x", " ", "-1", "\u0000")) {
      add("w07 no packet '" + packet.strip() + "'", 1005, text(packet));
    }
    for (String packet : List.of("1", "2", "2probe", "42[\"a\"]", "41", "430[]", "451-[\"a\"]")) {
      add("w07 not now '" + packet + "'", 1005, text(packet));
    }
    for (String packet : List.of("0", "3", "3probe", "5", "6")) {
      add("w07 ignored '" + packet + "'", OPEN, text(packet));
    }
  }
}

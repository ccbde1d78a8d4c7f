package io.healthconnect.signaling.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes eight bytes of an array as one big-endian long. */
final class LongView {
  private static final VarHandle VIEW =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private LongView() {}

  static long get(byte[] bytes, int at) {
    return (long) VIEW.get(bytes, at);
  }

  static void set(byte[] bytes, int at, long word) {
    VIEW.set(bytes, at, word);
  }

  static boolean isAscii(long word) {
    return (word & HIGH_BITS) == 0;
  }
}

package io.healthconnect.images;

/** Writes bits, least significant bit of each byte first. */
final class BitWriter {
  private final Bytes bytes = new Bytes();
  private int pending;
  private int count;

  BitWriter add(int value, int bits) {
    for (int i = 0; i < bits; i++) {
      pending |= (value >>> i & 1) << count++;
      if (count == 8) {
        flush();
      }
    }
    return this;
  }

  private void flush() {
    bytes.u8(pending);
    pending = 0;
    count = 0;
  }

  byte[] done() {
    while (count > 0) {
      add(0, 1);
    }
    return bytes.done();
  }
}

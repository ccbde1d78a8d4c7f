package io.healthconnect.signaling.product;

import java.nio.charset.StandardCharsets;

/** A queue of texts, kept as bytes in one array that grows with them. Not thread-safe. */
final class ByteRing {
  private static final int FIRST_CAPACITY = 64 * 1024;

  /** Its length is a power of two. */
  private byte[] bytes = new byte[FIRST_CAPACITY];

  /** All bytes ever added are numbered; those from here are still kept. */
  private long first;

  private long next;

  /** Adds a text and returns its length in bytes. */
  int add(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    while (next - first + added.length > bytes.length) {
      grow();
    }
    put(next, added);
    next += added.length;
    return added.length;
  }

  /** The number of the first byte of the next text. */
  long next() {
    return next;
  }

  /** The text of this length whose first byte has this number. */
  String text(long number, int length) {
    return new String(get(number, length), StandardCharsets.UTF_8);
  }

  /** Removes the oldest bytes. */
  void remove(int length) {
    first += length;
  }

  private void grow() {
    byte[] kept = get(first, (int) (next - first));
    bytes = new byte[2 * bytes.length];
    put(first, kept);
  }

  private void put(long number, byte[] added) {
    int begin = index(number);
    int untilEnd = Math.min(added.length, bytes.length - begin);
    System.arraycopy(added, 0, bytes, begin, untilEnd);
    System.arraycopy(added, untilEnd, bytes, 0, added.length - untilEnd);
  }

  private byte[] get(long number, int length) {
    byte[] found = new byte[length];
    int begin = index(number);
    int untilEnd = Math.min(length, bytes.length - begin);
    System.arraycopy(bytes, begin, found, 0, untilEnd);
    System.arraycopy(bytes, 0, found, untilEnd, length - untilEnd);
    return found;
  }

  private int index(long number) {
    return (int) (number & (bytes.length - 1));
  }
}

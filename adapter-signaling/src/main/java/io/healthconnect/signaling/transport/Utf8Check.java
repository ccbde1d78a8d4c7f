package io.healthconnect.signaling.transport;

/** Validates UTF-8 incrementally, across frames and reads, and fails at the first bad byte. */
final class Utf8Check {
  private int missing;
  private int lowest;
  private int highest;

  /** Returns false as soon as no continuation can make the text valid. */
  boolean accepts(byte[] bytes, int from, int to) {
    int start = missing == 0 ? afterAscii(bytes, from, to) : from;
    for (int i = start; i < to; i++) {
      int b = bytes[i] & 0xFF;
      if (missing > 0) {
        if (b < lowest || b > highest) {
          return false;
        }
        missing--;
        lowest = 0x80;
        highest = 0xBF;
      } else if (b >= 0x80 && !starts(b)) {
        return false;
      }
    }
    return true;
  }

  /** Most text is plain ASCII, so its beginning is checked eight bytes at a time. */
  private static int afterAscii(byte[] bytes, int from, int to) {
    int at = from;
    while (at + Long.BYTES <= to && LongView.isAscii(LongView.get(bytes, at))) {
      at += Long.BYTES;
    }
    return at;
  }

  /** Whether the text may end here; resets the state. */
  boolean complete() {
    boolean complete = missing == 0;
    missing = 0;
    return complete;
  }

  /** The range of the second byte excludes overlong forms, surrogates and what exceeds U+10FFFF. */
  private boolean starts(int b) {
    if (b < 0xC2 || b > 0xF4) {
      return false;
    }
    missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    return true;
  }
}

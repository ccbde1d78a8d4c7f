package io.healthconnect.security.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads numbers from a file; throws {@link DamagedImageException} where the file is too short. */
record ByteReader(byte[] file, boolean bigEndian) {

  int length() {
    return file.length;
  }

  /** Whether the byte occurs at or after {@code at}, followed by at least one more byte. */
  boolean holds(int at, int value) {
    for (int i = at; i < file.length - 1; i++) {
      if ((file[i] & 0xff) == value) {
        return true;
      }
    }
    return false;
  }

  int u24(int at) throws DamagedImageException {
    check(at, 3);
    int low = u16(bigEndian ? at + 1 : at);
    return u8(bigEndian ? at : at + 2) << 16 | low;
  }

  int u8(int at) throws DamagedImageException {
    check(at, 1);
    return file[at] & 0xff;
  }

  int u16(int at) throws DamagedImageException {
    check(at, 2);
    int one = file[at] & 0xff;
    int two = file[at + 1] & 0xff;
    return bigEndian ? one << 8 | two : two << 8 | one;
  }

  /** A length or position; one of 2^31 or more is beyond the end of any file here. */
  int u31(int at) throws DamagedImageException {
    check(at, 4);
    long high = u16(bigEndian ? at : at + 2);
    long value = high << 16 | u16(bigEndian ? at + 2 : at);
    if (value > Integer.MAX_VALUE) {
      throw new DamagedImageException("a length is beyond the file");
    }
    return (int) value;
  }

  String text(int at, int length) throws DamagedImageException {
    check(at, length);
    return new String(file, at, length, StandardCharsets.ISO_8859_1);
  }

  byte[] bytes(int at, int length) throws DamagedImageException {
    check(at, length);
    return Arrays.copyOfRange(file, at, at + length);
  }

  private void check(int at, int length) throws DamagedImageException {
    if (at < 0 || length < 0 || at > file.length - length) {
      throw new DamagedImageException("the file is cut off");
    }
  }
}

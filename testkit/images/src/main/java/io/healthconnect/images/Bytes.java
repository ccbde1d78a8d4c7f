package io.healthconnect.images;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Assembles a binary file, number by number. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(byte[]... parts) {
    Bytes all = new Bytes();
    for (byte[] part : parts) {
      all.add(part);
    }
    return all.done();
  }

  static byte[] repeated(byte[] part, int times) {
    Bytes all = new Bytes();
    for (int i = 0; i < times; i++) {
      all.add(part);
    }
    return all.done();
  }

  /** Deflates {@code count} zeros, to about a thousandth of their size. */
  static byte[] deflatedZeros(long count) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 16];
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16)) {
      for (long left = count; left > 0; left -= zeros.length) {
        deflater.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] deflated(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(content);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  Bytes add(byte[] part) {
    out.writeBytes(part);
    return this;
  }

  Bytes add(String latin) {
    return add(latin(latin));
  }

  Bytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bytes u16(int value) {
    return u8(value >>> 8, value);
  }

  Bytes u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  Bytes u16le(int value) {
    return u8(value, value >>> 8);
  }

  Bytes u32le(int value) {
    return u16le(value).u16le(value >>> 16);
  }

  /** A chunk of a PNG, with its check sum. */
  Bytes chunk(String type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(latin(type));
    crc.update(data);
    return u32(data.length).add(type).add(data).u32((int) crc.getValue());
  }

  /** A chunk of a RIFF file, padded to an even length. */
  Bytes riff(String type, byte[] data) {
    add(type).u32le(data.length).add(data);
    return data.length % 2 == 0 ? this : u8(0);
  }

  byte[] done() {
    return out.toByteArray();
  }
}

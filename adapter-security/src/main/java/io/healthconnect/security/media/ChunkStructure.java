package io.healthconnect.security.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The chunks of PNG (PNG 3, section 5) and WebP (RIFF) files. */
final class ChunkStructure {
  /** Decoders look at each, however few bytes it has. An animation of 10,000 frames has 20,000. */
  private static final int MOST_CHUNKS = 50_000;

  private ChunkStructure() {}

  /**
   * @throws DamagedImageException if the file ends before its IEND chunk, or has too many chunks
   */
  static Structure ofPng(byte[] file) throws DamagedImageException {
    ByteReader in = new ByteReader(file, true);
    Structure found = Structure.PLAIN;
    int at = 8;
    for (int chunks = 0; chunks <= MOST_CHUNKS; chunks++) {
      int length = in.u31(at);
      String type = in.text(at + 4, 4);
      if (type.equals("IEND")) {
        return found;
      }
      if (type.equals("eXIf")) {
        found = new Structure(Optional.of(in.bytes(at + 8, length)), found.profile());
      } else if (type.equals("iCCP")) {
        found = new Structure(found.exif(), deflated(in.bytes(at + 8, length)));
      }
      at = next(at + 12, length);
    }
    throw tooMany();
  }

  /** A name, a zero, the method (0) and the deflated profile. */
  private static Optional<byte[]> deflated(byte[] chunk) throws DamagedImageException {
    int end = new String(chunk, StandardCharsets.ISO_8859_1).indexOf(0);
    ByteReader in = new ByteReader(chunk, true);
    return end < 0 || end > chunk.length - 2
        ? Optional.empty()
        : Optional.of(in.bytes(end + 2, chunk.length - end - 2));
  }

  /**
   * @throws DamagedImageException if the file is shorter than it says, or has too many chunks
   */
  static Structure ofWebp(byte[] file) throws DamagedImageException {
    ByteReader in = new ByteReader(file, false);
    int end = next(8, in.u31(4));
    if (end > file.length) {
      throw new DamagedImageException("the file is cut off");
    }
    int at = 12;
    for (int chunks = 0; at <= end - 8; chunks++) {
      if (chunks > MOST_CHUNKS) {
        throw tooMany();
      }
      int length = in.u31(at + 4);
      if (in.text(at, 4).equals("EXIF")) {
        return new Structure(Optional.of(in.bytes(at + 8, length)), Optional.empty());
      }
      at = next(next(at + 8, length), length & 1);
    }
    return Structure.PLAIN;
  }

  private static DamagedImageException tooMany() {
    return new DamagedImageException("more chunks than a picture needs");
  }

  private static int next(int at, int length) throws DamagedImageException {
    if (at > Integer.MAX_VALUE - length) {
      throw new DamagedImageException("a length is beyond the file");
    }
    return at + length;
  }
}

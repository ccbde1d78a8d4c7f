package io.healthconnect.security.media;

import java.util.Optional;

/** The blocks of a GIF file (GIF89a) up to its first frame. */
final class GifStructure {
  private static final int FRAME = 0x2c;
  private static final int EXTENSION = 0x21;

  private GifStructure() {}

  /**
   * @throws DamagedImageException if there is no frame
   */
  static Structure read(byte[] file) throws DamagedImageException {
    ByteReader in = new ByteReader(file, false);
    int at = 13 + (in.u8(10) < 0x80 ? 0 : 3 << ((in.u8(10) & 7) + 1));
    while (in.u8(at) == EXTENSION) {
      at += 2;
      while (in.u8(at) != 0) {
        at += 1 + in.u8(at);
      }
      at++;
    }
    if (in.u8(at) != FRAME) {
      throw new DamagedImageException("no frame where one is required");
    }
    int left = in.u16(at + 1);
    int top = in.u16(at + 3);
    // As in browsers, a frame that is larger than the logical screen enlarges it.
    int width = Math.max(in.u16(6), left + in.u16(at + 5));
    int height = Math.max(in.u16(8), top + in.u16(at + 7));
    return new Structure(
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Canvas(width, height, left, top)));
  }
}

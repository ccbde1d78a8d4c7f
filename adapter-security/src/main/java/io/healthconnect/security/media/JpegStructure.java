package io.healthconnect.security.media;

import java.util.Optional;

/** The markers of a JPEG file (ITU-T T.81, annex B) up to the end of the first image. */
final class JpegStructure {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP1 = 0xe1;
  private static final String EXIF = "Exif\0\0";

  /** Each costs a pass over the whole picture, however few bytes it has. Cameras write ten. */
  private static final int MOST_SCANS = 100;

  /** Decoders keep an object for each, however few bytes it has. A colour profile takes 255. */
  private static final int MOST_MARKERS = 2_000;

  private JpegStructure() {}

  /**
   * @throws DamagedImageException if the end of the image is missing, or it has too many parts
   */
  static Structure read(byte[] file) throws DamagedImageException {
    ByteReader in = new ByteReader(file, true);
    Optional<byte[]> exif = Optional.empty();
    int scans = 0;
    int at = 2;
    for (int markers = 0; markers <= MOST_MARKERS; markers++) {
      at = marker(in, at);
      int code = in.u8(at);
      at++;
      if (code == EOI) {
        return new Structure(exif, Optional.empty());
      }
      if (code == SOI) {
        throw new DamagedImageException("an image inside of an image");
      }
      if (standsAlone(code)) {
        continue;
      }
      int length = in.u16(at);
      boolean isExif = code == APP1 && length >= 8 && in.text(at + 2, EXIF.length()).equals(EXIF);
      if (isExif && exif.isEmpty()) {
        exif = Optional.of(in.bytes(at + 8, length - 8));
      }
      if (code == SOS && ++scans > MOST_SCANS) {
        throw new DamagedImageException("more scans than a picture needs");
      }
      at = code == SOS ? afterScan(in, at + length) : at + length;
    }
    throw new DamagedImageException("more markers than a picture needs");
  }

  /** Where the code of the next marker is; fill bytes may stand before it. */
  private static int marker(ByteReader in, int start) throws DamagedImageException {
    int at = start;
    if (in.u8(at) != 0xff) {
      throw new DamagedImageException("no marker where one must be");
    }
    while (in.u8(at) == 0xff) {
      at++;
    }
    return at;
  }

  /** TEM and RSTn have no length. */
  private static boolean standsAlone(int code) {
    return code == 0x01 || (code >= 0xd0 && code <= 0xd7);
  }

  /** Where the marker after the coded data of a scan begins. */
  private static int afterScan(ByteReader in, int start) throws DamagedImageException {
    int at = start;
    while (true) {
      if (in.u8(at) == 0xff) {
        int next = in.u8(at + 1);
        if (next != 0 && next != 0xff && !standsAlone(next)) {
          return at;
        }
      }
      at++;
    }
  }
}

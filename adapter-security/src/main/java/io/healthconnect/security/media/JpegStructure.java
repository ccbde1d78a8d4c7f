package io.healthconnect.security.media;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The markers of a JPEG file (ITU-T T.81, annex B) up to the end of the first image. Like browsers,
 * this skips stray bytes before a marker and tolerates a missing end marker; the decoder decides
 * whether all pixels are there.
 *
 * <p>TwelveMonkeys' segment reader is not a replacement: it stops at the first scan, and keeps an
 * object for each of a million segments.
 */
final class JpegStructure {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COM = 0xfe;
  private static final String EXIF = "Exif\0\0";

  /**
   * Decoders keep an object for each marker, however short its segment. A colour profile takes at
   * most 255.
   */
  private static final int MOST_MARKERS = 2_000;

  private final ByteReader in;
  private final ByteArrayOutputStream kept;
  private final JpegScans scans = new JpegScans();
  private Optional<byte[]> exif = Optional.empty();

  private JpegStructure(byte[] file) {
    this.in = new ByteReader(file, true);
    this.kept = new ByteArrayOutputStream(file.length + 2);
  }

  /**
   * @throws DamagedImageException if the file ends inside a segment, or has too many parts
   */
  static Structure read(byte[] file) throws DamagedImageException {
    JpegStructure structure = new JpegStructure(file);
    structure.walk();
    return new Structure(
        structure.kept.toByteArray(), structure.exif, Optional.empty(), Optional.empty());
  }

  private void walk() throws DamagedImageException {
    write(SOI);
    int at = 2;
    for (int markers = 0; markers <= MOST_MARKERS; markers++) {
      if (scans.count() > 0 && !in.holds(at, 0xff)) {
        scans.checkComplete();
        write(EOI);
        return;
      }
      at = marker(at);
      int code = in.u8(at);
      at++;
      if (code == EOI) {
        write(EOI);
        return;
      }
      if (code == SOI) {
        throw new DamagedImageException("an image inside an image");
      }
      at = standsAlone(code) ? at : segment(code, at);
    }
    throw new DamagedImageException("more markers than a picture needs");
  }

  /** Copies the segment if the decoder needs it, and returns the position after it. */
  private int segment(int code, int at) throws DamagedImageException {
    int length = in.u16(at);
    byte[] content = in.bytes(at, length);
    boolean isExif = code == APP1 && length >= 8 && in.text(at + 2, EXIF.length()).equals(EXIF);
    if (isExif && exif.isEmpty()) {
      exif = Optional.of(in.bytes(at + 8, length - 8));
    }
    if (isNeeded(code)) {
      write(code);
      kept.writeBytes(content);
    }
    if (isFrame(code)) {
      scans.frame(content);
    }
    if (code != SOS) {
      return at + length;
    }
    scans.scan(content);
    int end = afterScan(at + length);
    kept.writeBytes(in.bytes(at + length, end - at - length));
    return end;
  }

  /** Whether this is SOFn, as opposed to DHT, JPG and DAC, whose codes lie between them. */
  private static boolean isFrame(int code) {
    return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
  }

  /** Whether an application segment says how to interpret the samples as colours. */
  private static boolean isNeeded(int code) {
    boolean application = code >= APP0 && code <= APP15;
    boolean colours = code == APP0 || code == APP2 || code == APP14;
    return application ? colours : code != COM;
  }

  private void write(int code) {
    kept.write(0xff);
    kept.write(code);
  }

  /** The position of the next marker's code, after any fill bytes and stray bytes. */
  private int marker(int start) throws DamagedImageException {
    int at = start;
    while (true) {
      while (in.u8(at) != 0xff) {
        at++;
      }
      while (in.u8(at) == 0xff) {
        at++;
      }
      if (in.u8(at) != 0) {
        return at;
      }
    }
  }

  /** Whether this is TEM or RSTn, which have no length. */
  private static boolean standsAlone(int code) {
    return code == 0x01 || (code >= 0xd0 && code <= 0xd7);
  }

  /** The position of the first marker after the coded data of a scan, or the end of the file. */
  private int afterScan(int start) throws DamagedImageException {
    for (int at = start; at < in.length() - 1; at++) {
      if (in.u8(at) == 0xff) {
        int next = in.u8(at + 1);
        if (next != 0 && next != 0xff && !standsAlone(next)) {
          return at;
        }
      }
    }
    return in.length();
  }
}

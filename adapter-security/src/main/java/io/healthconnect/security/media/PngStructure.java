package io.healthconnect.security.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file (PNG 3, section 5). Like browsers, this accepts a file that, after its
 * first pixels, ends without an end chunk or continues with something that is not a chunk; the
 * decoder decides whether all pixels are there.
 */
final class PngStructure {
  /** Decoders look at each chunk, however short. An animation of 10,000 frames has 20,000. */
  private static final int MOST_CHUNKS = 50_000;

  /** The bytes of length, type and checksum. */
  private static final int FRAME = 12;

  private final ByteReader in;
  private final byte[] file;
  private Optional<byte[]> exif = Optional.empty();
  private Optional<byte[]> profile = Optional.empty();

  private PngStructure(byte[] file) {
    this.in = new ByteReader(file, true);
    this.file = file;
  }

  /**
   * @throws DamagedImageException if the file ends before its pixels, or has too many chunks
   */
  static Structure read(byte[] file) throws DamagedImageException {
    PngStructure structure = new PngStructure(file);
    byte[] whole = structure.walk();
    return new Structure(whole, structure.exif, structure.profile, Optional.empty());
  }

  /** The file, with an end chunk added if it had none. */
  private byte[] walk() throws DamagedImageException {
    boolean pixels = false;
    int at = 8;
    for (int chunks = 0; chunks <= MOST_CHUNKS; chunks++) {
      if (pixels && !isChunk(at)) {
        return ended(at);
      }
      int length = in.u31(at);
      String type = in.text(at + 4, 4);
      if (type.equals("IEND")) {
        return file;
      }
      boolean isPixels = type.equals("IDAT");
      if (length > file.length - at - FRAME) {
        return cutOff(at, isPixels, pixels);
      }
      pixels |= isPixels;
      look(type, in.bytes(at + 8, isPixels ? 0 : length));
      at += FRAME + length;
    }
    throw new DamagedImageException("more chunks than a picture needs");
  }

  private boolean isChunk(int at) throws DamagedImageException {
    if (at > file.length - 8 || file[at] < 0) {
      return false;
    }
    return in.text(at + 4, 4).chars().allMatch(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }

  private void look(String type, byte[] content) throws DamagedImageException {
    if (type.equals("eXIf")) {
      exif = Optional.of(content);
    } else if (type.equals("iCCP")) {
      profile = deflated(content);
    }
  }

  /** Handles a last chunk that claims to extend beyond the end of the file. */
  private byte[] cutOff(int at, boolean isPixels, boolean pixels) throws DamagedImageException {
    if (isPixels) {
      byte[] rest = Arrays.copyOfRange(file, at + 8, file.length);
      return joined(at, chunk("IDAT", rest));
    }
    if (pixels) {
      return ended(at);
    }
    throw new DamagedImageException("the file is cut off");
  }

  private byte[] ended(int at) {
    return joined(at, new byte[0]);
  }

  private byte[] joined(int length, byte[] chunk) {
    byte[] end = chunk("IEND", new byte[0]);
    return ByteBuffer.allocate(length + chunk.length + end.length)
        .put(file, 0, length)
        .put(chunk)
        .put(end)
        .array();
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(FRAME + content.length).putInt(content.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  /** The deflated profile of a chunk: it follows a name, a zero, and the compression method (0). */
  private static Optional<byte[]> deflated(byte[] chunk) throws DamagedImageException {
    int end = new String(chunk, StandardCharsets.ISO_8859_1).indexOf(0);
    ByteReader in = new ByteReader(chunk, true);
    return end < 0 || end > chunk.length - 2
        ? Optional.empty()
        : ColourProfile.inflate(in.bytes(end + 2, chunk.length - end - 2));
  }
}

package io.healthconnect.security.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The chunks of a WebP file (RFC 9649, section 2). A lossy picture, or the lossy first frame of an
 * animation, is copied into a new file, so that nothing but its pixels reaches the decoder.
 */
final class WebpStructure {
  /** Decoders look at each chunk, however short. */
  private static final int MOST_CHUNKS = 50_000;

  private static final int ANIMATED = 0x02;
  private static final int ALPHA = 0x10;
  private static final int FRAME_HEADER = 16;

  private final byte[] file;
  private final ByteReader in;
  private Optional<byte[]> exif = Optional.empty();
  private Optional<byte[]> profile = Optional.empty();
  private Optional<byte[]> alpha = Optional.empty();
  private Optional<byte[]> lossy = Optional.empty();
  private Optional<Canvas> canvas = Optional.empty();
  private int extended = -1;
  private boolean pixels;

  private WebpStructure(byte[] file) {
    this.file = file;
    this.in = new ByteReader(file, false);
  }

  /**
   * @throws DamagedImageException if the file is shorter than it says, or has too many chunks
   */
  static Structure read(byte[] file) throws DamagedImageException {
    WebpStructure structure = new WebpStructure(file);
    long end = 8L + structure.in.u31(4);
    if (end > file.length) {
      throw new DamagedImageException("the file is cut off");
    }
    structure.walk(12, end);
    return structure.result();
  }

  private Structure result() throws DamagedImageException {
    return lossy.isPresent()
        ? new Structure(still(lossy.get()), exif, profile, canvas)
        : new Structure(file, exif, Optional.empty(), canvas);
  }

  private void walk(long start, long end) throws DamagedImageException {
    long at = start;
    for (int chunks = 0; at <= end - 8; chunks++) {
      if (chunks > MOST_CHUNKS) {
        throw new DamagedImageException("more chunks than a picture needs");
      }
      int length = in.u31((int) at + 4);
      look(in.text((int) at, 4), (int) at + 8, length);
      at += 8L + length + (length & 1);
    }
  }

  private void look(String type, int at, int length) throws DamagedImageException {
    switch (type) {
      case "VP8X" -> extended = extended < 0 ? at : extended;
      case "EXIF" -> exif = exif.isPresent() ? exif : Optional.of(in.bytes(at, length));
      case "ICCP" -> profile = profile.isPresent() ? profile : Optional.of(in.bytes(at, length));
      case "ANMF" -> animated(at, length);
      case "ALPH" -> alpha = pixels ? alpha : Optional.of(in.bytes(at, length));
      case "VP8 " -> {
        lossy = pixels ? lossy : Optional.of(in.bytes(at, length));
        pixels = true;
      }
      case "VP8L" -> pixels = true;
      default -> {}
    }
  }

  /** Offsets are stored halved, sizes minus one (RFC 9649, section 2.7). */
  private void animated(int at, int length) throws DamagedImageException {
    boolean isFirst = canvas.isEmpty() && extended >= 0 && (in.u8(extended) & ANIMATED) != 0;
    if (!isFirst) {
      return;
    }
    canvas =
        Optional.of(
            new Canvas(
                in.u24(extended + 4) + 1,
                in.u24(extended + 7) + 1,
                2 * in.u24(at),
                2 * in.u24(at + 3)));
    walk(at + FRAME_HEADER, Math.min((long) at + length, in.length()));
  }

  @SuppressWarnings("ByteBufferBackingArray") // The buffer has its own array.
  private byte[] still(byte[] vp8) throws DamagedImageException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream(vp8.length + 64);
    if (alpha.isPresent()) {
      ByteReader header = new ByteReader(vp8, false);
      ByteBuffer size = littleEndian(10).putInt(ALPHA);
      size.putShort((short) ((header.u16(6) & 0x3fff) - 1)).put((byte) 0);
      size.putShort((short) ((header.u16(8) & 0x3fff) - 1)).put((byte) 0);
      chunks.writeBytes(chunk("VP8X", size.array()));
      chunks.writeBytes(chunk("ALPH", alpha.get()));
    }
    chunks.writeBytes(chunk("VP8 ", vp8));
    byte[] kind = "WEBP".getBytes(StandardCharsets.US_ASCII);
    byte[] content = littleEndian(4 + chunks.size()).put(kind).put(chunks.toByteArray()).array();
    return chunk("RIFF", content);
  }

  private static byte[] chunk(String type, byte[] content) {
    return littleEndian(8 + content.length + (content.length & 1))
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}

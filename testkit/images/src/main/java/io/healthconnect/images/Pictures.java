package io.healthconnect.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Honest files, and places in them where something can be put. */
public final class Pictures {
  private Pictures() {}

  /** Red on the left, blue on the right. */
  public static BufferedImage drawing(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  /**
   * @param format as ImageIO names it: jpeg, png, gif, bmp, wbmp, tiff
   */
  public static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no writer of " + format + " takes this picture");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] jpeg() {
    return encoded(drawing(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png() {
    return encoded(drawing(40, 30, BufferedImage.TYPE_INT_RGB), "png");
  }

  public static byte[] gif() {
    return encoded(drawing(40, 30, BufferedImage.TYPE_INT_RGB), "gif");
  }

  /** The JPEG with one more segment at its beginning. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    byte[] segment = new Bytes().u8(0xff, marker).u16(content.length + 2).add(content).done();
    return Bytes.joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** The PNG with one more chunk behind its header. */
  public static byte[] withChunk(byte[] png, String type, byte[] content) {
    return withChunks(png, new Bytes().chunk(type, content).done());
  }

  /** The PNG with a colour profile (PNG 3, section 11.3.2.3). */
  public static byte[] withProfile(byte[] png, byte[] profile) {
    byte[] named = Bytes.joined(Bytes.latin("profile\0\0"), Bytes.deflated(profile));
    return withChunk(png, "iCCP", named);
  }

  static byte[] withChunks(byte[] png, byte[] chunks) {
    int header = 8 + 12 + 13;
    byte[] rest = Arrays.copyOfRange(png, header, png.length);
    return Bytes.joined(Arrays.copyOf(png, header), chunks, rest);
  }

  /** The GIF with one more block in front of its trailer. */
  static byte[] withBlock(byte[] gif, byte[] block) {
    byte[] trailer = {gif[gif.length - 1]};
    return Bytes.joined(Arrays.copyOf(gif, gif.length - 1), block, trailer);
  }

  /** A WebP of 40 by 30 pixels in one colour: a VP8L bit stream with codes of no bits. */
  public static byte[] webp(byte[]... chunks) {
    return riff(Bytes.joined(lossless(40, 30), Bytes.joined(chunks)));
  }

  static byte[] riff(byte[] chunks) {
    return new Bytes().add("RIFF").u32le(chunks.length + 4).add("WEBP").add(chunks).done();
  }

  /** The VP8L chunk of a picture in one colour, whatever its size. */
  static byte[] lossless(int width, int height) {
    BitWriter bits = new BitWriter();
    bits.add(0x2f, 8).add(width - 1, 14).add(height - 1, 14).add(0, 1).add(0, 3);
    // No transform, no colour cache, no meta codes; then five codes of one symbol each.
    bits.add(0, 1).add(0, 1).add(0, 1);
    for (int symbol : new int[] {0x20, 0xc0, 0x40, 0xff, 0}) {
      // A simple code of one symbol, of eight bits.
      bits.add(1, 1).add(0, 1).add(1, 1).add(symbol, 8);
    }
    return new Bytes().riff("VP8L", bits.done()).done();
  }
}

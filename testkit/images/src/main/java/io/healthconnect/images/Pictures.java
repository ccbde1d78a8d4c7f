package io.healthconnect.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Valid image files, and ways to insert something into them. */
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
        throw new IllegalArgumentException("no writer for " + format + " accepts this picture");
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

  /** The JPEG with an additional segment at its beginning. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    byte[] segment = new Bytes().u8(0xff, marker).u16(content.length + 2).add(content).done();
    return Bytes.joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** The PNG with an additional chunk after its header. */
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

  /** The GIF with an additional block before its trailer. */
  static byte[] withBlock(byte[] gif, byte[] block) {
    byte[] trailer = {gif[gif.length - 1]};
    return Bytes.joined(Arrays.copyOf(gif, gif.length - 1), block, trailer);
  }

  /** A WebP of 40 by 30 pixels in one colour: a VP8L bit stream with zero-length codes. */
  public static byte[] webp(byte[]... chunks) {
    return riff(Bytes.joined(lossless(40, 30), Bytes.joined(chunks)));
  }

  /**
   * An animated WebP with a canvas of 80 by 60 pixels, and a first frame of 40 by 30 in one colour.
   *
   * @param left of the frame on the canvas; an even number, as is {@code top}
   */
  public static byte[] animatedWebp(int left, int top) {
    Bytes canvas = new Bytes().u32le(2).u16le(79).u8(0).u16le(59).u8(0);
    Bytes frame = new Bytes().u16le(left / 2).u8(0).u16le(top / 2).u8(0);
    frame.u16le(39).u8(0).u16le(29).u8(0).u16le(100).u8(0, 0).add(lossless(40, 30));
    return riff(
        new Bytes()
            .riff("VP8X", canvas.done())
            .riff("ANIM", new Bytes().u32le(-1).u16le(0).done())
            .riff("ANMF", frame.done())
            .done());
  }

  /** A GIF with a screen of 80 by 60 pixels, and a first frame of 40 by 30. */
  public static byte[] animatedGif(int left, int top) {
    byte[] gif = gif();
    byte[] screen = new Bytes().u16le(80).u16le(60).done();
    System.arraycopy(screen, 0, gif, 6, 4);
    for (int i = 13; i < gif.length - 9; i++) {
      if (gif[i] == 0x2c && gif[i + 5] == 40 && gif[i + 7] == 30) {
        System.arraycopy(new Bytes().u16le(left).u16le(top).done(), 0, gif, i + 1, 4);
        return gif;
      }
    }
    throw new IllegalStateException("no frame");
  }

  static byte[] riff(byte[] chunks) {
    return new Bytes().add("RIFF").u32le(chunks.length + 4).add("WEBP").add(chunks).done();
  }

  /** The VP8L chunk of a picture in one colour, whatever its size. */
  static byte[] lossless(int width, int height) {
    BitWriter bits = new BitWriter();
    bits.add(0x2f, 8).add(width - 1, 14).add(height - 1, 14).add(0, 1).add(0, 3);
    // No transform, no colour cache, no meta codes, then five codes with one symbol each.
    bits.add(0, 1).add(0, 1).add(0, 1);
    for (int symbol : new int[] {0x20, 0xc0, 0x40, 0xff, 0}) {
      // A simple code of one symbol, of eight bits.
      bits.add(1, 1).add(0, 1).add(1, 1).add(symbol, 8);
    }
    return new Bytes().riff("VP8L", bits.done()).done();
  }
}

package io.healthconnect.images;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small files that decode to, or claim to be, something far larger. */
public final class Floods {
  private static final int FRAMES = 10_000;
  private static final long BOMB = 200_000_000;

  private Floods() {}

  public static List<Sample> all() {
    return Stream.of(tooLarge(), shredded(), hidden()).flatMap(List::stream).toList();
  }

  /** Files that must be refused because of the size in their header. */
  public static List<Sample> tooLarge() {
    return List.of(
        Sample.photo(
            "PNG of 20,000 by 20,000", png(20_000, 20_000, Bytes.deflatedZeros(50_020_000))),
        Sample.photo("PNG of 65,000 by 65,000", png(65_000, 65_000, Bytes.deflatedZeros(BOMB))),
        Sample.photo("PNG of 2^31 - 1 by 1", png(Integer.MAX_VALUE, 1, new byte[0])),
        Sample.photo("JPEG of 65,000 by 65,000", jpeg(65_000, 65_000)),
        Sample.photo("GIF of 65,000 by 65,000", gif(65_000, 65_000, 1)),
        Sample.photo("WebP of 16,384 by 16,384", Pictures.riff(Pictures.lossless(16_384, 16_384))));
  }

  /** Files that hold a picture of an ordinary size beside the flood. */
  public static List<Sample> hidden() {
    byte[] png = Pictures.png();
    byte[] zeros = Bytes.deflatedZeros(BOMB);
    byte[] text = Bytes.joined(Bytes.latin("Comment\0\0"), zeros);
    byte[] unicode = Bytes.joined(Bytes.latin("Comment\0\1\0\0\0"), zeros);
    return List.of(
        Sample.photo("PNG with a zTXt bomb", Pictures.withChunk(png, "zTXt", text)),
        Sample.photo("PNG with an iTXt bomb", Pictures.withChunk(png, "iTXt", unicode)),
        Sample.photo("PNG with an iCCP bomb", Pictures.withChunk(png, "iCCP", text)),
        Sample.photo("PNG of 10,000 frames", animated(png)),
        Sample.photo("PNG with more pixels than it says", png(40, 30, zeros)),
        Sample.photo("GIF of 10,000 frames", gif(40, 30, FRAMES)),
        Sample.photo("WebP of 16,384 by 16,384 in a canvas of 40 by 30", disguised()));
  }

  /** The container declares the small size, and the bit stream the huge one. */
  private static byte[] disguised() {
    byte[] canvas = new Bytes().u32le(0).u16le(39).u8(0).u16le(29).u8(0).done();
    byte[] container = new Bytes().riff("VP8X", canvas).done();
    return Pictures.riff(Bytes.joined(container, Pictures.lossless(16_384, 16_384)));
  }

  /** Files that must be refused because a decoder would keep an object for each of their parts. */
  public static List<Sample> shredded() {
    return List.of(
        Sample.photo("JPEG of a million segments", segmented(0xff, 0xe5, 0, 2)),
        Sample.photo("JPEG of two million markers", segmented(0xff, 0xd0, 0xff, 0xd1)),
        Sample.photo("PNG of 400,000 empty chunks", emptyChunks(Pictures.png())),
        Sample.photo("WebP of 400,000 empty chunks", Pictures.webp(emptyRiff())));
  }

  private static byte[] segmented(int... part) {
    byte[] jpeg = Pictures.jpeg();
    byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return Bytes.joined(
        Arrays.copyOf(jpeg, 2), Bytes.repeated(new Bytes().u8(part).done(), 1_000_000), rest);
  }

  private static byte[] emptyRiff() {
    return Bytes.repeated(new Bytes().riff("XMP ", new byte[0]).done(), 400_000);
  }

  private static byte[] emptyChunks(byte[] png) {
    byte[] empty = new Bytes().chunk("IDAT", new byte[0]).done();
    return Pictures.withChunks(png, Bytes.repeated(empty, 400_000));
  }

  /** A PNG whose header claims more pixels than its few deflated bytes hold. */
  public static byte[] promising(int width, int height) {
    return png(width, height, Bytes.deflatedZeros(1 << 16));
  }

  /** A PNG with one bit per pixel. */
  private static byte[] png(int width, int height, byte[] data) {
    byte[] header = new Bytes().u32(width).u32(height).u8(1, 0, 0, 0, 0).done();
    return new Bytes()
        .u8(0x89)
        .add("PNG\r\n\32\n")
        .chunk("IHDR", header)
        .chunk("IDAT", data)
        .chunk("IEND", new byte[0])
        .done();
  }

  /** A valid JPEG, except that its frame header declares another size. */
  private static byte[] jpeg(int width, int height) {
    byte[] jpeg = Pictures.jpeg();
    for (int i = 0; i < jpeg.length - 9; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        byte[] size = new Bytes().u16(height).u16(width).done();
        System.arraycopy(size, 0, jpeg, i + 5, size.length);
        return jpeg;
      }
    }
    throw new IllegalStateException("no frame header");
  }

  private static byte[] gif(int width, int height, int frames) {
    Bytes gif = new Bytes().add("GIF89a").u16le(width).u16le(height).u8(0x80, 0, 0);
    gif.u8(0, 0, 0, 0xff, 0xff, 0xff);
    byte[] frame =
        new Bytes()
            .u8(0x2c)
            .u16le(0)
            .u16le(0)
            .u16le(width)
            .u16le(height)
            // Codes of two bits: clear, one pixel, and the end of the data.
            .u8(0, 2, 2, 0x44, 0x01, 0)
            .done();
    return gif.add(Bytes.repeated(frame, frames)).u8(0x3b).done();
  }

  private static byte[] animated(byte[] png) {
    byte[] control = new Bytes().u32(FRAMES).u32(0).done();
    Bytes frames = new Bytes();
    byte[] pixels = Bytes.deflated(new byte[30 * (1 + 40 * 3)]);
    for (int i = 0; i < FRAMES; i++) {
      byte[] frame =
          new Bytes().u32(2 * i).u32(40).u32(30).u32(0).u32(0).u16(1).u16(10).u8(0, 0).done();
      frames.chunk("fcTL", frame);
      frames.chunk("fdAT", new Bytes().u32(2 * i + 1).add(pixels).done());
    }
    byte[] end = new Bytes().chunk("IEND", new byte[0]).done();
    byte[] still = Pictures.withChunk(png, "acTL", control);
    byte[] open = Arrays.copyOf(still, still.length - end.length);
    return Bytes.joined(open, frames.done(), end);
  }
}

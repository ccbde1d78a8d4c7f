package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.images.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files with faults that browsers tolerate, because all pixels are there. */
class UntidyImagesTest {
  private static final int CRC = 4;
  private static final int CHECK_SUM = 4;
  private static final int END_CHUNK = 12;

  private final ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT);

  @AfterEach
  void close() {
    cleaner.close();
  }

  private static byte[] without(int last, byte[] file) {
    return Arrays.copyOf(file, file.length - last);
  }

  private static byte[] with(byte[] file, int at, int... stray) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    for (int value : stray) {
      out.write(value);
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  /** The position of the segment with this marker. */
  private static int segment(byte[] jpeg, int code) {
    for (int i = 2; i < jpeg.length - 1; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == code) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such segment");
  }

  /** A picture of noise, so that every byte of its file matters. */
  static BufferedImage noise() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 64 * 48; i++) {
      image.setRGB(i % 64, i / 64, random.nextInt(1 << 24));
    }
    return image;
  }

  private BufferedImage cleaned(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Cleaned.image(cleaner, file).bytes()));
  }

  private void assertSamePicture(byte[] tidy, byte[] untidy, String name) throws IOException {
    BufferedImage expected = cleaned(tidy);
    BufferedImage seen = cleaned(untidy);
    assertEquals(expected.getWidth(), seen.getWidth(), name);
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        assertEquals(expected.getRGB(x, y), seen.getRGB(x, y), name + " at " + x + "," + y);
      }
    }
  }

  @Test
  void takesAJpegWithoutItsEndMarker() throws IOException {
    for (byte[] jpeg : new byte[][] {Pictures.jpeg(), Pictures.encoded(noise(), "jpeg")}) {
      assertSamePicture(jpeg, without(2, jpeg), "no end marker");
      assertSamePicture(jpeg, without(1, jpeg), "half an end marker");
      assertSamePicture(jpeg, with(without(2, jpeg), jpeg.length - 2, 0, 0, 0), "zeros for it");
    }
  }

  @Test
  void takesAJpegWithStrayBytesBetweenItsSegments() throws IOException {
    byte[] jpeg = Pictures.jpeg();
    for (int code : new int[] {0xdb, 0xc0, 0xc4, 0xda}) {
      int at = segment(jpeg, code);
      assertSamePicture(jpeg, with(jpeg, at, 0), "one in front of " + code);
      assertSamePicture(jpeg, with(jpeg, at, 'a', 0, 0xff, 0, 0xff), "some in front of " + code);
    }
    assertSamePicture(jpeg, with(jpeg, jpeg.length - 2, 1, 2, 3), "in front of the end");
  }

  @Test
  void takesAPngWithoutItsEnd() throws IOException {
    byte[] png = Pictures.encoded(noise(), "png");
    assertSamePicture(png, without(END_CHUNK, png), "no end chunk");
    assertSamePicture(png, without(5, png), "half an end chunk");
    assertSamePicture(png, without(END_CHUNK + CRC, png), "no check sum");
    assertSamePicture(png, without(END_CHUNK + CRC + CHECK_SUM, png), "no check sum of the data");
    assertSamePicture(
        png, with(png, png.length - END_CHUNK, 0), "a stray byte in front of the end");
  }

  @Test
  void refusesWhatLacksPixels() {
    byte[] jpeg = Pictures.encoded(noise(), "jpeg");
    byte[] png = Pictures.encoded(noise(), "png");
    for (int lost : new int[] {100, 500}) {
      for (byte[] file : new byte[][] {jpeg, png}) {
        Result<CleanImage, ImageRefusal> result =
            cleaner.clean(Cleaned.OWNER, without(lost + 20, file), ImagePurpose.CHAT);
        assertEquals(Result.failure(ImageRefusal.DAMAGED), result, lost + " of " + file.length);
      }
    }
  }

  /** U-02: A general reader of TIFF structures takes 27 s and 1 GB for this one. */
  @Test
  void u02ReadsNothingButTheOrientationOfExif() {
    ByteBuffer exif = ByteBuffer.allocate(64_000);
    exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 20, 0});
    while (exif.remaining() >= 12) {
      exif.putShort((short) 0x1000).putShort((short) 2).putInt(60_000).putInt(100);
    }
    byte[] jpeg = Pictures.withSegment(Pictures.jpeg(), 0xe1, exif.array());
    assertTimeout(Duration.ofSeconds(2), () -> cleaned(jpeg));
  }
}

package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.images.Floods;
import io.healthconnect.images.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The samples are 24 by 16 pixels, red on the left and blue on the right. */
class ImageIoCleanerTest {
  private final ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT);

  @AfterEach
  void close() {
    cleaner.close();
  }

  private Result<CleanImage, ImageRefusal> clean(byte[] file) {
    return cleaner.clean(Cleaned.OWNER, file, ImagePurpose.CHAT);
  }

  private CleanImage cleaned(byte[] file) {
    return Cleaned.image(cleaner, file);
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in = ImageIoCleanerTest.class.getResourceAsStream("/images/" + name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] encoded(int width, int height, int type, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    image.createGraphics().drawLine(0, 0, width, height);
    return Pictures.encoded(image, format);
  }

  private static BufferedImage pixels(CleanImage image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(image.bytes()));
  }

  private static void assertLooks(Color expected, BufferedImage image, int x, int y) {
    Color seen = new Color(image.getRGB(x, y));
    int off =
        Math.abs(seen.getRed() - expected.getRed())
            + Math.abs(seen.getGreen() - expected.getGreen())
            + Math.abs(seen.getBlue() - expected.getBlue());
    assertTrue(off < 90, () -> seen + " is not " + expected);
  }

  @Test
  void readsEveryKindOfWebp() throws IOException {
    for (String name : new String[] {"lossy.webp", "lossless.webp", "anim.webp"}) {
      CleanImage image = cleaned(sample(name));
      assertEquals(MediaType.JPEG, image.type(), name);
      assertLooks(Color.RED, pixels(image), 4, 8);
      assertLooks(Color.BLUE, pixels(image), 20, 8);
    }
    for (String name : new String[] {"alpha.webp", "lossy-alpha.webp"}) {
      CleanImage image = cleaned(sample(name));
      assertEquals(MediaType.PNG, image.type(), name);
      assertEquals(0, pixels(image).getRGB(20, 8) >>> 24, name);
      assertLooks(Color.RED, pixels(image), 4, 8);
    }
  }

  @Test
  void turnsUprightAndTellsNothingElse() throws IOException {
    for (String name : new String[] {"rotated.webp", "rotated.png", "progressive.jpg"}) {
      assertTrue(text(sample(name)).contains("CANARY"), name);
      CleanImage image = cleaned(sample(name));
      assertEquals(16, image.width(), name);
      assertEquals(24, image.height(), name);
      assertLooks(Color.RED, pixels(image), 8, 4);
      assertLooks(Color.BLUE, pixels(image), 8, 20);
      assertFalse(text(image.bytes()).contains("CANARY"), name);
      assertFalse(text(image.bytes()).contains("Exif"), name);
    }
  }

  @Test
  void readsJpegInPrintersColours() throws IOException {
    CleanImage image = cleaned(sample("cmyk.jpg"));
    assertEquals(3, pixels(image).getRaster().getNumBands());
    assertLooks(Color.RED, pixels(image), 4, 8);
    assertLooks(Color.BLUE, pixels(image), 20, 8);
  }

  @Test
  void readsPngAndGifOfEveryDepth() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      assertEquals(MediaType.JPEG, cleaned(encoded(30, 20, type, "png")).type());
    }
    assertEquals(
        MediaType.PNG, cleaned(encoded(30, 20, BufferedImage.TYPE_INT_ARGB, "png")).type());
    cleaned(encoded(30, 20, BufferedImage.TYPE_INT_RGB, "gif"));
  }

  @Test
  void shrinksForChatAndCutsAvatars() throws IOException {
    byte[] wide = encoded(3000, 1000, BufferedImage.TYPE_INT_RGB, "jpeg");
    CleanImage chat = cleaned(wide);
    assertEquals("2048x683", chat.width() + "x" + chat.height());
    CleanImage avatar = Cleaned.image(cleaner, wide, ImagePurpose.AVATAR);
    assertEquals("512x512", avatar.width() + "x" + avatar.height());
    CleanImage small = cleaned(encoded(31, 17, BufferedImage.TYPE_INT_RGB, "png"));
    assertEquals("31x17", small.width() + "x" + small.height());
  }

  @Test
  void case83APhotoWithTransparentPartsThatIsTooLargeAsPngBecomesAJpegOnWhite() throws IOException {
    byte[] noise = photo(1_000);
    CleanImage png = cleaned(noise);
    assertEquals(MediaType.PNG, png.type());
    assertTrue(png.bytes().length < 3 * 1024 * 1024, png.bytes().length + " bytes");
    CleanImage jpeg = cleaned(photo(2_000));
    assertEquals(MediaType.JPEG, jpeg.type());
    assertEquals("2000x1000", jpeg.width() + "x" + jpeg.height());
    assertTrue(jpeg.bytes().length < 3 * 1024 * 1024, jpeg.bytes().length + " bytes");
    assertLooks(Color.WHITE, pixels(jpeg), 50, 500);
  }

  /** Half as high as wide, its left tenth transparent, the rest of colours that do not compress. */
  private static byte[] photo(int width) throws IOException {
    BufferedImage image = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_ARGB);
    Random random = new Random(83);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = width / 10; x < width; x++) {
        image.setRGB(x, y, 0xFF000000 | random.nextInt());
      }
    }
    return Pictures.encoded(image, "png");
  }

  @Test
  void decidesByTheBytesAlone() throws IOException {
    for (String other :
        new String[] {
          "",
          "<html><script>alert(1)</script>",
          "%PDF-1.7",
          "BM6",
          "II*\0",
          "MM\0*",
          "PK\3\4",
          "\0\0\1\0",
          "GIF90a",
          "RIFF....WAVE",
          "\0\0\0 ftypavif\0\0\0\0"
        }) {
      assertEquals(Result.failure(ImageRefusal.UNSUPPORTED_TYPE), clean(latin(other)), other);
    }
    assertEquals(
        Result.failure(ImageRefusal.UNSUPPORTED_TYPE),
        clean(encoded(9, 9, BufferedImage.TYPE_INT_RGB, "bmp")));
    assertEquals(
        Result.failure(ImageRefusal.UNSUPPORTED_TYPE),
        clean(encoded(9, 9, BufferedImage.TYPE_INT_RGB, "tiff")));
    assertEquals(
        Result.failure(ImageRefusal.HEIC), clean(latin("\0\0\0 ftypheic\0\0\0\0mif1heic")));
    assertEquals(
        Result.failure(ImageRefusal.SVG),
        clean(latin("<?xml version=\"1.0\"?><SVG onload=\"alert(1)\"/>")));
  }

  @Test
  void refusesWhatIsCutOffAtAnyPlace() throws IOException {
    byte[][] files = {
      encoded(60, 40, BufferedImage.TYPE_INT_RGB, "jpeg"),
      sample("progressive.jpg"),
      // Large enough that a twentieth of it holds pixels, and not only the end chunk.
      Pictures.encoded(UntidyImagesTest.noise(), "png"),
      sample("lossy.webp"),
      sample("lossless.webp")
    };
    for (byte[] file : files) {
      cleaned(file);
      for (int part = 1; part < 20; part++) {
        byte[] cut = Arrays.copyOf(file, Math.max(12, file.length * part / 20));
        assertEquals(Result.failure(ImageRefusal.DAMAGED), clean(cut), part + "/20");
      }
    }
  }

  @Test
  void keepsNothingBehindTheEndOrBetweenTheParts() throws IOException {
    for (String format : new String[] {"jpeg", "png", "gif"}) {
      byte[] image = encoded(40, 30, BufferedImage.TYPE_INT_RGB, format);
      for (String payload :
          new String[] {"<script>alert(1)</script>", "<?php system($_GET[0]);?>", "PK\3\4"}) {
        byte[] polyglot = Arrays.copyOf(image, image.length + payload.length());
        System.arraycopy(latin(payload), 0, polyglot, image.length, payload.length());
        assertFalse(text(cleaned(polyglot).bytes()).contains(payload));
      }
    }
  }

  @Test
  void refusesPixelFloodsByTheHeader() throws IOException {
    for (int[] size : new int[][] {{20_000, 20_000}, {65_000, 65_000}, {8193, 1}, {5001, 5000}}) {
      assertEquals(
          Result.failure(ImageRefusal.TOO_MANY_PIXELS), clean(Floods.promising(size[0], size[1])));
    }
    assertEquals(Result.failure(ImageRefusal.DAMAGED), clean(Floods.promising(5000, 5000)));
  }

  @Test
  void refusesAJpegOfEndlessScans() throws IOException {
    byte[] file = sample("progressive.jpg");
    int scan = text(file).lastIndexOf("\u00ff\u00da");
    byte[] last = Arrays.copyOfRange(file, scan, file.length - 2);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    again.write(file, 0, scan);
    for (int i = 0; i < 101; i++) {
      again.writeBytes(last);
    }
    again.write(file, file.length - 2, 2);
    assertEquals(Result.failure(ImageRefusal.DAMAGED), clean(again.toByteArray()));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

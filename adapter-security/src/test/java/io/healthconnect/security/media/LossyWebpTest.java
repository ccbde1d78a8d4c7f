package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.images.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A photo in lossy WebP keeps its colours. {@code photo.png} holds the pixels of {@code photo.webp}
 * as libwebp decodes them, which is what browsers show.
 */
class LossyWebpTest {
  private static final int BLOCK = 16;

  private final ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT);

  @AfterEach
  void close() {
    cleaner.close();
  }

  /**
   * How far two pictures differ in one channel.
   *
   * @param mean the mean absolute difference over all pixels
   * @param worst the largest signed mean of any block of 16 by 16 pixels
   */
  private record Difference(double mean, double worst) {
    static Difference between(BufferedImage one, BufferedImage other) {
      double sum = 0;
      double worst = 0;
      for (int y = 0; y < one.getHeight(); y += BLOCK) {
        for (int x = 0; x < one.getWidth(); x += BLOCK) {
          for (int shift = 0; shift < 24; shift += 8) {
            int signed = 0;
            for (int i = 0; i < BLOCK * BLOCK; i++) {
              int off = at(one, x, y, i, shift) - at(other, x, y, i, shift);
              signed += off;
              sum += Math.abs(off);
            }
            worst = Math.max(worst, Math.abs(signed) / (double) (BLOCK * BLOCK));
          }
        }
      }
      return new Difference(sum / 3 / one.getWidth() / one.getHeight(), worst);
    }

    private static int at(BufferedImage image, int x, int y, int i, int shift) {
      return image.getRGB(x + i % BLOCK, y + i / BLOCK) >>> shift & 0xff;
    }
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in = LossyWebpTest.class.getResourceAsStream("/images/" + name)) {
      return in.readAllBytes();
    }
  }

  private BufferedImage cleaned(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Cleaned.image(cleaner, file).bytes()));
  }

  @Test
  void aPhotoMatchesWhatBrowsersShowAsCloselyAsAJpeg() throws IOException {
    byte[] png = sample("photo.png");
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png));
    Difference jpeg = Difference.between(cleaned(png), shown);
    Difference webp = Difference.between(cleaned(sample("photo.webp")), shown);
    assertTrue(webp.mean() <= jpeg.mean() + 0.5, () -> webp + " against " + jpeg);
    assertTrue(webp.worst() <= jpeg.worst() + 0.5, () -> webp + " against " + jpeg);
  }

  @Test
  void anAnimationKeepsItsCanvasAroundASmallFirstFrame() throws IOException {
    for (byte[] file : new byte[][] {Pictures.animatedWebp(20, 10), Pictures.animatedGif(20, 10)}) {
      BufferedImage image = cleaned(file);
      assertEquals("80x60", image.getWidth() + "x" + image.getHeight());
      assertEquals(0, image.getRGB(10, 5) >>> 24);
      assertEquals(0, image.getRGB(61, 41) >>> 24);
      assertEquals(0xff, image.getRGB(21, 11) >>> 24);
      assertEquals(0xff, image.getRGB(59, 39) >>> 24);
    }
  }

  /** U-02. */
  @Test
  void u02CountsTheCanvasOfAnAnimation() {
    byte[] webp = Pictures.animatedWebp(20, 10);
    webp[26] = (byte) 0x80; // more than 8 million pixels wide
    byte[] gif = Pictures.animatedGif(20, 10);
    gif[7] = (byte) 0x80;
    for (byte[] file : new byte[][] {webp, gif}) {
      assertEquals(
          Result.failure(ImageRefusal.TOO_MANY_PIXELS),
          cleaner.clean(Cleaned.OWNER, file, ImagePurpose.CHAT));
    }
  }
}

package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.images.Pictures;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cleaned picture looks as it did before, whatever its depth and colour space. */
class ColoursTest {
  private static final int SIDE = 20;

  /** How far a JPEG may deviate in one channel. */
  private static final int NEAR = 3;

  private final ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT);

  @AfterEach
  void close() {
    cleaner.close();
  }

  /** A picture in one colour, with the given samples. */
  private static BufferedImage plain(int space, int type, int... samples) {
    ColorSpace colours = ColorSpace.getInstance(space);
    boolean alpha = samples.length > colours.getNumComponents();
    ComponentColorModel model = new ComponentColorModel(colours, alpha, false, alpha ? 3 : 1, type);
    WritableRaster raster = model.createCompatibleWritableRaster(SIDE, SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      raster.setPixel(i % SIDE, i / SIDE, samples);
    }
    return new BufferedImage(model, raster, false, null);
  }

  /** The PNG with a colour profile that declares its samples to be linear light. */
  private static byte[] linear(byte[] png) {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    return Pictures.withProfile(png, profile);
  }

  private void assertLooks(int argb, byte[] file) throws IOException {
    byte[] cleaned = Cleaned.image(cleaner, file).bytes();
    int seen = ImageIO.read(new ByteArrayInputStream(cleaned)).getRGB(SIDE / 2, SIDE / 2);
    for (int shift : new int[] {0, 8, 16, 24}) {
      int expected = argb >>> shift & 0xff;
      assertEquals(expected, seen >>> shift & 0xff, NEAR, () -> Integer.toHexString(seen));
    }
  }

  @Test
  void greyKeepsItsBrightness() throws IOException {
    int grey = ColorSpace.CS_GRAY;
    assertLooks(0xff808080, Pictures.encoded(plain(grey, DataBuffer.TYPE_BYTE, 128), "png"));
    assertLooks(0xff808080, Pictures.encoded(plain(grey, DataBuffer.TYPE_BYTE, 128), "jpeg"));
    assertLooks(0xff808080, Pictures.encoded(plain(grey, DataBuffer.TYPE_USHORT, 0x8080), "png"));
    assertLooks(0x80808080, Pictures.encoded(plain(grey, DataBuffer.TYPE_BYTE, 128, 128), "png"));
  }

  @Test
  void sixteenBitsBecomeEight() throws IOException {
    int rgb = ColorSpace.CS_sRGB;
    int[] samples = {0x9c9c, 0x4e4e, 0x2727};
    assertLooks(0xff9c4e27, Pictures.encoded(plain(rgb, DataBuffer.TYPE_USHORT, samples), "png"));
    int[] half = {0x9c9c, 0x4e4e, 0x2727, 0x8080};
    assertLooks(0x809c4e27, Pictures.encoded(plain(rgb, DataBuffer.TYPE_USHORT, half), "png"));
  }

  @Test
  void numbersOfAnotherColourSpaceAreConverted() throws IOException {
    int rgb = ColorSpace.CS_sRGB;
    int[] eight = {128, 128, 128};
    assertLooks(
        0xffbcbcbc, linear(Pictures.encoded(plain(rgb, DataBuffer.TYPE_BYTE, eight), "png")));
    int[] sixteen = {0x8080, 0x8080, 0x8080};
    assertLooks(
        0xffbcbcbc, linear(Pictures.encoded(plain(rgb, DataBuffer.TYPE_USHORT, sixteen), "png")));
  }

  @Test
  void leavesOutAProfileThatDoesNotFitTheRole() throws IOException {
    byte[] grey = Pictures.encoded(plain(ColorSpace.CS_GRAY, DataBuffer.TYPE_BYTE, 128), "png");
    assertLooks(0xff808080, linear(grey));
    byte[] none = linear(grey);
    byte[] damaged = Arrays.copyOf(none, none.length);
    damaged[60] ^= 0x55;
    assertLooks(0xff808080, damaged);
  }
}

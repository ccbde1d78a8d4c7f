package io.healthconnect.security.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a camera was held: the value of the Exif tag 0x0112, from 1 to 8. Values from 5 swap width
 * and height.
 */
record Orientation(int value) {
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int MAX_ENTRIES = 512;

  /** Reads the first directory of a TIFF structure; upright if it has no valid orientation. */
  static Orientation read(byte[] exif) {
    // Some programs write the prefix of the JPEG segment into other formats as well.
    int base = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x' ? 6 : 0;
    try {
      return read(exif, base);
    } catch (DamagedImageException e) {
      return UPRIGHT;
    }
  }

  private static Orientation read(byte[] exif, int base) throws DamagedImageException {
    boolean bigEndian = new ByteReader(exif, true).text(base, 2).equals("MM");
    ByteReader in = new ByteReader(exif, bigEndian);
    int directory = base + Math.min(in.u31(base + 4), exif.length);
    int entries = Math.min(in.u16(directory), MAX_ENTRIES);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (in.u16(entry) == TAG && in.u16(entry + 2) == SHORT) {
        int value = in.u16(entry + 8);
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private boolean swapsSides() {
    return value >= 5;
  }

  /** The image the right way up. */
  BufferedImage apply(BufferedImage image) {
    if (value == 1) {
      return image;
    }
    int width = swapsSides() ? image.getHeight() : image.getWidth();
    int height = swapsSides() ? image.getWidth() : image.getHeight();
    BufferedImage upright = new BufferedImage(width, height, image.getType());
    Graphics2D graphics = upright.createGraphics();
    graphics.drawImage(image, transform(image.getWidth(), image.getHeight()), null);
    graphics.dispose();
    return upright;
  }

  /** The transform from the stored picture of {@code w} by {@code h} pixels to the upright one. */
  private AffineTransform transform(int w, int h) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }
}

package io.healthconnect.security.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** The operations on decoded pixels before they are encoded again. */
final class Pixels {
  private Pixels() {}

  /** The largest square around the centre. */
  static BufferedImage square(BufferedImage image) {
    int side = Math.min(image.getWidth(), image.getHeight());
    return image.getSubimage(
        (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
  }

  /** Converts to eight bits per channel in sRGB, with alpha only if the image has transparency. */
  static BufferedImage toSrgb(BufferedImage image, Optional<ICC_Profile> profile) {
    BufferedImage source =
        profile.map(found -> tagged(image, found)).orElseGet(() -> asSeen(image));
    BufferedImage target = blank(image, image.getWidth(), image.getHeight());
    if (source.getColorModel() instanceof IndexColorModel) {
      Graphics2D graphics = target.createGraphics();
      graphics.drawImage(source, 0, 0, null);
      graphics.dispose();
      return target;
    }
    return new ColorConvertOp(null).filter(source, target);
  }

  private static BufferedImage tagged(BufferedImage decoded, ICC_Profile profile) {
    BufferedImage image =
        decoded.getColorModel() instanceof DirectColorModel ? inBytes(decoded) : decoded;
    int type = image.getRaster().getTransferType();
    boolean fits =
        image.getColorModel() instanceof ComponentColorModel
            && image.getColorModel().getNumColorComponents() == profile.getNumComponents()
            && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    return fits ? in(new ICC_ColorSpace(profile), image, image.getRaster()) : asSeen(image);
  }

  /** Converts to one byte per channel, so that the samples can be read in another colour space. */
  private static BufferedImage inBytes(BufferedImage image) {
    boolean alpha = image.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage bytes = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = bytes.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return bytes;
  }

  /**
   * Java interprets grey without a profile as linear light, which would make it paler; everything
   * else shows it as equal parts of the sRGB primaries.
   */
  private static BufferedImage asSeen(BufferedImage image) {
    boolean plainGrey =
        image.getColorModel() instanceof ComponentColorModel
            && image.getColorModel().getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
    if (!plainGrey) {
      return image;
    }
    int[] bands = image.getColorModel().hasAlpha() ? new int[] {0, 0, 0, 1} : new int[3];
    WritableRaster raster = image.getRaster();
    return in(
        ColorSpace.getInstance(ColorSpace.CS_sRGB),
        image,
        raster.createWritableChild(
            raster.getMinX(),
            raster.getMinY(),
            raster.getWidth(),
            raster.getHeight(),
            0,
            0,
            bands));
  }

  /** The same samples, interpreted in another colour space. */
  private static BufferedImage in(ColorSpace space, BufferedImage image, WritableRaster raster) {
    ComponentColorModel model =
        new ComponentColorModel(
            space,
            image.getColorModel().hasAlpha(),
            image.isAlphaPremultiplied(),
            image.getTransparency(),
            raster.getTransferType());
    return new BufferedImage(model, raster, image.isAlphaPremultiplied(), null);
  }

  /**
   * Shrinks by repeated halving and one last step, so that every source pixel counts; never
   * enlarges.
   */
  static BufferedImage shrink(BufferedImage image, int maxSide) {
    double scale = (double) maxSide / Math.max(image.getWidth(), image.getHeight());
    if (scale >= 1) {
      return image;
    }
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage current = image;
    while (current.getWidth() > 2 * width || current.getHeight() > 2 * height) {
      current =
          scaled(
              current,
              Math.max(width, (current.getWidth() + 1) / 2),
              Math.max(height, (current.getHeight() + 1) / 2));
    }
    return scaled(current, width, height);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage target = blank(image, width, height);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return target;
  }

  private static BufferedImage blank(BufferedImage like, int width, int height) {
    return new BufferedImage(
        width,
        height,
        like.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  /** Whether no pixel is even partly transparent. */
  static boolean isOpaque(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return true;
    }
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
        if (pixel >>> 24 != 0xff) {
          return false;
        }
      }
    }
    return true;
  }

  /** The image on white, without alpha. */
  static BufferedImage flat(BufferedImage image) {
    BufferedImage flat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
    graphics.dispose();
    return flat;
  }
}

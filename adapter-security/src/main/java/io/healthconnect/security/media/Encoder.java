package io.healthconnect.security.media;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.MediaType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels, and nothing else, as JPEG or PNG. */
final class Encoder {
  private static final float QUALITY = 0.88f;

  /** A larger PNG is a photo with transparent parts; it becomes a JPEG on white instead. */
  private static final int LARGEST_PNG = 3 * 1024 * 1024;

  private Encoder() {}

  static CleanImage encode(BufferedImage image) throws IOException {
    if (!Pixels.isOpaque(image)) {
      byte[] png = write(image, "png");
      if (png.length <= LARGEST_PNG) {
        return new CleanImage(MediaType.PNG, image.getWidth(), image.getHeight(), png);
      }
    }
    byte[] jpeg = write(Pixels.flat(image), "jpeg");
    return new CleanImage(MediaType.JPEG, image.getWidth(), image.getHeight(), jpeg);
  }

  private static byte[] write(BufferedImage image, String format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}

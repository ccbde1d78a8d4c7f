package io.healthconnect.security.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes one kind of file with one reader, which is chosen by class name and never by what the
 * registry happens to offer for the bytes.
 */
final class Decoder implements AutoCloseable {
  private static final String PNG = "com.sun.imageio.plugins.png.PNGImageReaderSpi";
  private static final String GIF = "com.sun.imageio.plugins.gif.GIFImageReaderSpi";

  private final ImageReader reader;
  private final ImageInputStream input;
  private boolean cutOff;

  private Decoder(ImageReader reader, byte[] file) {
    this.reader = reader;
    this.input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    reader.setInput(input, true, true);
    reader.addIIOReadWarningListener((source, warning) -> cutOff |= tellsOfAnEnd(warning));
  }

  static Decoder of(FileKind kind, byte[] file) throws IOException {
    ImageReaderSpi spi =
        switch (kind) {
          case JPEG -> named(JPEGImageReaderSpi.class.getName());
          case WEBP -> WebpDecoders.forFile(file);
          case PNG -> named(PNG);
          case GIF -> named(GIF);
          case HEIC, SVG, OTHER -> throw new DamagedImageException("no decoder");
        };
    return new Decoder(spi.createReaderInstance(), file);
  }

  /**
   * The reader with this class name from the registry, where readers find others that they depend
   * on.
   */
  static ImageReaderSpi named(String className) {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi spi = all.next();
      if (spi.getClass().getName().equals(className)) {
        return spi;
      }
    }
    throw new IllegalStateException("no " + className);
  }

  /** The width of the first frame, from the header alone. */
  int width() throws IOException {
    return reader.getWidth(0);
  }

  /** The height of the first frame, from the header alone. */
  int height() throws IOException {
    return reader.getHeight(0);
  }

  /**
   * @throws DamagedImageException if the decoder had to make up the rest
   */
  BufferedImage decode() throws IOException {
    BufferedImage image = reader.read(0);
    if (cutOff) {
      throw new DamagedImageException("the picture is cut off");
    }
    return image;
  }

  private static boolean tellsOfAnEnd(String warning) {
    return warning.toLowerCase(java.util.Locale.ROOT).contains("premature end");
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      input.close();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be closed", e);
    }
  }
}

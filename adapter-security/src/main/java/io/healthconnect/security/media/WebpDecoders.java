package io.healthconnect.security.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPWrapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Chooses the decoder of a WebP file. Lossy pictures go to libwebp, which browsers use as well: the
 * Java decoder of TwelveMonkeys deviates by up to 8 of 255 in a block of a strongly compressed
 * photo. It decodes lossless pictures, which it does exactly, and lossy ones where libwebp is
 * unavailable or would need too much memory outside the heap.
 */
final class WebpDecoders {
  private static final String JAVA = "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi";

  /** A setting of the library: the folder that it extracts itself into. */
  private static final String FOLDER = "com.luciad.imageio.webp.tmpdir";

  private static final byte[] NO_IMAGE = new byte[30];
  private static final boolean NATIVE = loads();

  /** libwebp keeps four bytes per pixel outside the heap while it decodes. */
  private static final long MOST_NATIVE_PIXELS = 12_500_000;

  private WebpDecoders() {}

  static ImageReaderSpi forFile(byte[] file) throws DamagedImageException {
    ByteReader in = new ByteReader(file, false);
    boolean isNative = NATIVE && isLossy(in) && pixels(in) <= MOST_NATIVE_PIXELS;
    return isNative ? new WebPImageReaderSpi() : Decoder.named(JAVA);
  }

  /**
   * Whether a file as {@link WebpStructure} writes it is lossy: it then begins with VP8, or with
   * VP8X and ALPH.
   */
  private static boolean isLossy(ByteReader in) throws DamagedImageException {
    String type = in.text(12, 4);
    return type.equals("VP8 ") || (type.equals("VP8X") && in.text(30, 4).equals("ALPH"));
  }

  private static long pixels(ByteReader in) throws DamagedImageException {
    boolean extended = in.text(12, 4).equals("VP8X");
    long width = extended ? in.u24(24) + 1L : in.u16(26) & 0x3fff;
    long height = extended ? in.u24(27) + 1L : in.u16(28) & 0x3fff;
    return width * height;
  }

  /**
   * False on platforms without the library, and where the temporary folder is mounted with noexec.
   */
  private static boolean loads() {
    try {
      extractAndLoad();
    } catch (IOException | LinkageError e) {
      return false;
    }
    try {
      WebPWrapper.INSTANCE.getInfo(NO_IMAGE, 0, NO_IMAGE.length);
      return true;
    } catch (LinkageError e) {
      return false;
    } catch (Exception refused) {
      return true; // thrown by the library, which therefore is loaded
    }
  }

  /** Loads the library and leaves no file behind, even if the process is killed later. */
  private static void extractAndLoad() throws IOException {
    if (System.getProperty(FOLDER) != null) {
      WebPWrapper.loadNativeLibrary();
      return;
    }
    Path folder = Files.createTempDirectory("webp-imageio");
    System.setProperty(FOLDER, folder.toString());
    try {
      WebPWrapper.loadNativeLibrary();
    } finally {
      System.clearProperty(FOLDER);
      File[] extracted = folder.toFile().listFiles();
      for (File file : extracted == null ? new File[0] : extracted) {
        Files.deleteIfExists(file.toPath());
      }
      Files.deleteIfExists(folder);
    }
  }
}

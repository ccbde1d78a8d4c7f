package io.healthconnect.domain.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A PDF file, as it was uploaded: unlike an image it is not encoded again, so it is only ever
 * offered as a download, and no page of this product shows it.
 *
 * @param bytes the file; the caller must not change it any more
 */
public record PdfFile(byte[] bytes) implements MediaFile {
  private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

  /** Readers look for the end of a file in this many of its last bytes. */
  private static final int TAIL = 1024;

  /**
   * The file if it is a PDF: it begins like one at its first byte, and its end is there (ISO
   * 32000-1, 7.5.2 and 7.5.5). So a page or an archive that hides a PDF is none, nor is a PDF of
   * which only a part has arrived.
   */
  public static Optional<PdfFile> of(byte[] upload) {
    int tail = Math.max(HEAD.length, upload.length - TAIL);
    return isAt(upload, 0, HEAD) && contains(upload, tail, END)
        ? Optional.of(new PdfFile(upload))
        : Optional.empty();
  }

  private static boolean contains(byte[] bytes, int from, byte[] wanted) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      if (isAt(bytes, i, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int start, byte[] wanted) {
    if (bytes.length - start < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[start + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public MediaType type() {
    return MediaType.PDF;
  }

  @Override
  public String toString() {
    return "PdfFile[" + bytes.length + "]";
  }
}

package io.healthconnect.domain.media;

/**
 * An image that was encoded again from its pixels: upright, sRGB, and nothing but the picture.
 *
 * @param bytes the file; the caller must not change it any more
 */
public record CleanImage(MediaType type, int width, int height, byte[] bytes) implements MediaFile {
  @Override
  public String toString() {
    return "CleanImage[" + type + " " + width + "x" + height + "]";
  }
}

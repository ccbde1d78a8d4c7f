package io.healthconnect.domain.media;

/**
 * An image that was encoded anew from its pixels: upright, sRGB, and nothing but the picture.
 *
 * @param bytes the file; belongs to this object from now on
 */
public record CleanImage(ImageType type, int width, int height, byte[] bytes) {
  @Override
  public String toString() {
    return "CleanImage[" + type + " " + width + "x" + height + "]";
  }
}

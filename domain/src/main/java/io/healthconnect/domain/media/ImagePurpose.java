package io.healthconnect.domain.media;

/** What an image is for, which decides its size. */
public enum ImagePurpose {
  /** Cut to the square in its middle, at most 512 pixels a side. */
  AVATAR(512),
  /** Whole, at most 2,048 pixels on its longer side. */
  CHAT(2048);

  private final int maxSide;

  ImagePurpose(int maxSide) {
    this.maxSide = maxSide;
  }

  /** The longest side of the kept image, in pixels; smaller images stay as small as they are. */
  public int maxSide() {
    return maxSide;
  }
}

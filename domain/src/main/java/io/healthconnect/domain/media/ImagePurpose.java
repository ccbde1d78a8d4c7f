package io.healthconnect.domain.media;

/** What a file is for, which determines its size and who may see it. */
public enum ImagePurpose {
  /** Cropped to the square at its centre, at most 512 pixels per side. Anybody may see it. */
  AVATAR(512),
  /**
   * For the sender and the receiver of a message: the whole image, at most 2,048 pixels on its
   * longer side, or a PDF.
   */
  CHAT(2048),
  /** As large as one of a chat; a doctor's document, for the doctor and for admins. */
  DOCUMENT(2048);

  private final int maxSide;

  ImagePurpose(int maxSide) {
    this.maxSide = maxSide;
  }

  /** The longest side of the stored image, in pixels; smaller images are not enlarged. */
  public int maxSide() {
    return maxSide;
  }
}

package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;

/** The formats in which images are kept: photos as JPEG, what has transparent parts as PNG. */
public enum ImageType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png");

  private final String contentType;
  private final String extension;

  ImageType(String contentType, String extension) {
    this.contentType = contentType;
    this.extension = extension;
  }

  public String contentType() {
    return contentType;
  }

  /** What file names end with; also the name in stores. */
  public String extension() {
    return extension;
  }

  public static ImageType parse(String extension) {
    for (ImageType type : values()) {
      if (type.extension.equals(extension)) {
        return type;
      }
    }
    throw new InvalidValueException("type", "must be jpg or png");
  }
}

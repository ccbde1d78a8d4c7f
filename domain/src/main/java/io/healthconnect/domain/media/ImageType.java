package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** The formats in which images are stored: photos as JPEG, images with transparency as PNG. */
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

  /** The file name extension; also the name of the type in stores. */
  public String extension() {
    return extension;
  }

  public static ImageType parse(String extension) {
    for (ImageType type : values()) {
      if (type.extension.equals(extension)) {
        return type;
      }
    }
    throw new InvalidValueException("type", "must be jpg or png", Code.UNKNOWN_VALUE);
  }
}

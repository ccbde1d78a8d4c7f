package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/**
 * The formats in which files are stored: photos as JPEG, images with transparency as PNG, documents
 * as PDF.
 */
public enum MediaType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  PDF("application/pdf", "pdf");

  private final String contentType;
  private final String extension;

  MediaType(String contentType, String extension) {
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

  public static MediaType parse(String extension) {
    for (MediaType type : values()) {
      if (type.extension.equals(extension)) {
        return type;
      }
    }
    throw new InvalidValueException("type", "must be jpg, png or pdf", Code.UNKNOWN_VALUE);
  }
}

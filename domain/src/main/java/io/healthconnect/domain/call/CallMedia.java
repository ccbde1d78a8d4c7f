package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/** The media that a call was started with. */
public enum CallMedia {
  VIDEO("video"),
  AUDIO("audio");

  private final String code;

  CallMedia(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static CallMedia parse(String text) {
    for (CallMedia media : values()) {
      if (media.code.equals(text)) {
        return media;
      }
    }
    throw new InvalidValueException("media", "must be video or audio", Code.UNKNOWN_VALUE);
  }
}

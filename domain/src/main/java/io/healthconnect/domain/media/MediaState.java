package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;

/** The state of an image. It only ever moves forward. */
public enum MediaState {
  /** Uploaded, or being uploaded; nothing shows it yet. */
  PENDING("pending"),
  /** A message or an account shows it. */
  ATTACHED("attached"),
  /** Nothing shows it any more and nobody can fetch it; its bytes are still to be removed. */
  DISCARDED("discarded"),
  /** Its bytes are gone. It still counts towards the owner's quota. */
  REMOVED("removed");

  private final String code;

  MediaState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static MediaState parse(String text) {
    for (MediaState state : values()) {
      if (state.code.equals(text)) {
        return state;
      }
    }
    throw new InvalidValueException("state", "is not known");
  }
}

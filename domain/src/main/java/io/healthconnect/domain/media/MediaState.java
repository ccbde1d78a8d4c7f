package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;

/** Where an image is in its life. It only ever goes forward. */
public enum MediaState {
  /** Uploaded, or about to be; nothing shows it yet. */
  PENDING("pending"),
  /** A message or an account shows it. */
  ATTACHED("attached"),
  /** Nothing shows it any more, and nobody gets it; its bytes are still to be removed. */
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

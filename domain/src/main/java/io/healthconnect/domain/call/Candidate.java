package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;

/**
 * An ICE candidate, as the checked JSON text that goes to the other side; at most 2 KiB, which
 * leaves room for 1 KiB of the candidate itself and what names its place.
 */
public record Candidate(String json) {
  public static final int MAX_BYTES = 2 * 1024;

  public Candidate {
    if (json.isEmpty() || SessionDescription.longerThan(json, MAX_BYTES)) {
      throw new InvalidValueException("candidate", "must have at most 2 KiB");
    }
  }

  /** Leaves out the text: it holds network addresses. */
  @Override
  public String toString() {
    return "Candidate[" + json.length() + "]";
  }
}

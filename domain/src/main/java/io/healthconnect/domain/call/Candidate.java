package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;

/**
 * An ICE candidate, as the validated JSON text that is sent to the other side; at most 2 KiB,
 * enough for a candidate line of 1 KiB and the members that say where it belongs.
 */
public record Candidate(String json) {
  public static final int MAX_BYTES = 2 * 1024;

  public Candidate {
    if (json.isEmpty() || SessionDescription.longerThan(json, MAX_BYTES)) {
      throw new InvalidValueException("candidate", "must have at most 2 KiB", Code.TOO_LONG);
    }
  }

  /** Omits the text, which contains network addresses. */
  @Override
  public String toString() {
    return "Candidate[" + json.length() + "]";
  }
}

package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.nio.charset.StandardCharsets;

/**
 * An offer or answer, as the validated JSON text that is sent to the other side; at most 64 KiB,
 * enough for 32 KiB of SDP and its escaped line ends.
 */
public record SessionDescription(String json) {
  public static final int MAX_BYTES = 64 * 1024;

  public SessionDescription {
    if (json.isEmpty() || longerThan(json, MAX_BYTES)) {
      throw new InvalidValueException("description", "must have at most 64 KiB", Code.TOO_LONG);
    }
  }

  static boolean longerThan(String text, int bytes) {
    return text.length() > bytes
        || (text.length() > bytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > bytes);
  }

  /** Omits the text, which contains network addresses. */
  @Override
  public String toString() {
    return "SessionDescription[" + json.length() + "]";
  }
}

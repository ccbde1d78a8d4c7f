package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;

/**
 * An offer or answer, as the checked JSON text that goes to the other side; at most 64 KiB, which
 * leaves room for 32 KiB of SDP and the escapes of its line ends.
 */
public record SessionDescription(String json) {
  public static final int MAX_BYTES = 64 * 1024;

  public SessionDescription {
    if (json.isEmpty() || longerThan(json, MAX_BYTES)) {
      throw new InvalidValueException("description", "must have at most 64 KiB");
    }
  }

  static boolean longerThan(String text, int bytes) {
    return text.length() > bytes
        || (text.length() > bytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > bytes);
  }

  /** Leaves out the text: it holds network addresses. */
  @Override
  public String toString() {
    return "SessionDescription[" + json.length() + "]";
  }
}

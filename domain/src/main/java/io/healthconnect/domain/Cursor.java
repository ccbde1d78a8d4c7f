package io.healthconnect.domain;

/**
 * A position in an ordered list: the sort key of the last item seen and its identifier, which
 * breaks ties. Both are opaque to clients, and each store reads only its own cursors.
 */
public record Cursor(String key, String id) {
  public Cursor {
    if (key.length() > 256 || id.length() > 64) {
      throw notACursor();
    }
  }

  /**
   * Parses a number that a store has written as a key.
   *
   * @throws InvalidValueException if it is not such a number, because a client has made it up
   */
  public static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notACursor();
    }
  }

  /**
   * Splits a key that a store has written as two parts, at the first colon.
   *
   * @throws InvalidValueException if it has only one, because a client has made it up
   */
  public static String[] twoParts(String key) {
    String[] parts = key.split(":", 2);
    if (parts.length != 2) {
      throw notACursor();
    }
    return parts;
  }

  private static InvalidValueException notACursor() {
    return new InvalidValueException("cursor", "is not a cursor");
  }
}

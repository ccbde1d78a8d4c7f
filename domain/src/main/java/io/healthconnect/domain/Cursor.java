package io.healthconnect.domain;

/**
 * A place in an ordered list: the sort key of the last item seen and its identifier, which breaks
 * ties. Both are opaque to clients; each store fills and reads only its own.
 */
public record Cursor(String key, String id) {
  public Cursor {
    if (key.length() > 256 || id.length() > 64) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
  }

  /**
   * A number that a store has put into a key.
   *
   * @throws InvalidValueException if a client has made the text up
   */
  public static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
  }
}

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
}

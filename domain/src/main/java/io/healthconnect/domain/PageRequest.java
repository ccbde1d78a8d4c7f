package io.healthconnect.domain;

import java.util.Optional;

/** Which part of a list is wanted: {@code limit} items (1 to 100) after {@code after}. */
public record PageRequest(int limit, Optional<Cursor> after) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidValueException("limit", "must be 1 to " + MAX_LIMIT);
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }
}

package io.healthconnect.domain;

import java.util.Optional;

/** The requested part of a list: {@code limit} items (1 to 100) after {@code after}. */
public record PageRequest(int limit, Optional<Cursor> after) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw InvalidValueException.outOfRange("limit", 1, MAX_LIMIT);
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }
}

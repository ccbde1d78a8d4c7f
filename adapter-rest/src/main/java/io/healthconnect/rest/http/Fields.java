package io.healthconnect.rest.http;

import io.healthconnect.domain.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks members of request bodies that the domain does not know of. */
public final class Fields {
  private Fields() {}

  /**
   * @throws InvalidValueException if the member was left out or is null
   */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidValueException(field, "must be given");
    }
    return value;
  }

  /** The new value, or the present one when the member was left out. */
  public static <T> T or(@Nullable T value, T present) {
    return value == null ? present : value;
  }

  /** The text, unless it is left out or blank. */
  public static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }
}

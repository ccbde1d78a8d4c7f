package io.healthconnect.rest.http;

import io.healthconnect.domain.InvalidValueException;
import java.util.Optional;
import java.util.function.Supplier;
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

  /**
   * Reads the element {@code index} of the list {@code list}; a problem with it names the element,
   * as in {@code windows[1].endTime}.
   */
  public static <T> T element(String list, int index, Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidValueException e) {
      String within =
          e.field().startsWith(list) ? e.field().substring(list.length()) : "." + e.field();
      throw new InvalidValueException(list + "[" + index + "]" + within, e.problem());
    }
  }
}

package io.healthconnect.rest.http.request;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.Patch;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks members of request bodies before the domain sees them. */
public final class Fields {
  private Fields() {}

  /**
   * @throws InvalidValueException if the member is missing or null
   */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidValueException(field, "must be given", Code.REQUIRED);
    }
    return value;
  }

  /** The new value, or the current one if the member is missing. */
  public static <T> T or(@Nullable T value, T present) {
    return value == null ? present : value;
  }

  /** The text, unless it is missing or blank. */
  public static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }

  /** Keeps the value if the member is missing, and clears it if the text is blank. */
  public static Patch<String> patch(@Nullable String text) {
    return patch(text, Function.identity());
  }

  /** Like {@link #patch(String)}, for text that is parsed to another type. */
  public static <T> Patch<T> patch(@Nullable String text, Function<String, T> read) {
    if (text == null) {
      return Patch.keep();
    }
    return text.isBlank() ? Patch.clear() : Patch.set(read.apply(text));
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
      throw e.in(list + "[" + index + "]" + within);
    }
  }
}

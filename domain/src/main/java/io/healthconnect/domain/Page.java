package io.healthconnect.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a longer list.
 *
 * @param next where the next page starts; empty on the last page
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }

  public <U> Page<U> map(Function<? super T, ? extends U> function) {
    return new Page<>(items.stream().<U>map(function).toList(), next);
  }
}

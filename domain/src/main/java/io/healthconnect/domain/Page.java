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

  /**
   * Makes a page from a result that was requested with one item more than fits, which shows whether
   * there is another page.
   *
   * @param found at most {@code limit + 1} items, in order
   * @param placeOf where the next page starts if this item is the last one on the page
   */
  public static <T> Page<T> of(
      List<T> found, PageRequest request, Function<? super T, Cursor> placeOf) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, Optional.empty());
    }
    List<T> shown = found.subList(0, request.limit());
    return new Page<>(shown, Optional.of(placeOf.apply(shown.get(shown.size() - 1))));
  }

  public <U> Page<U> map(Function<? super T, ? extends U> function) {
    return new Page<>(items.stream().<U>map(function).toList(), next);
  }
}

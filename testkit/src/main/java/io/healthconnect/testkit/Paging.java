package io.healthconnect.testkit;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Cuts pages from collections, ordered by a key in text form and then by identifier. */
public final class Paging {
  private Paging() {}

  /** Orders by key, then identifier, ascending; the exact reverse when {@code descending}. */
  public static <T> Page<T> page(
      Collection<T> items,
      PageRequest request,
      boolean descending,
      Function<T, String> key,
      Function<T, String> id) {
    Comparator<Cursor> ascending = Comparator.comparing(Cursor::key).thenComparing(Cursor::id);
    Comparator<Cursor> order = descending ? ascending.reversed() : ascending;
    Function<T, Cursor> place = item -> new Cursor(key.apply(item), id.apply(item));
    List<T> rest =
        items.stream()
            .filter(
                item ->
                    request
                        .after()
                        .map(after -> order.compare(place.apply(item), after) > 0)
                        .orElse(true))
            .sorted(Comparator.comparing(place, order))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(rest, request, place);
  }

  /** Rejects a cursor whose key does not begin with one made by {@link #key}. */
  public static PageRequest checked(PageRequest request) {
    boolean madeUp =
        request.after().filter(after -> !after.key().matches("(?s)[0-9]{19}.*")).isPresent();
    if (madeUp) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
    return request;
  }

  /** Encodes a non-negative number as text that sorts in the same order. */
  public static String key(long number) {
    if (number < 0) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
    return String.format(Locale.ROOT, "%019d", number);
  }
}

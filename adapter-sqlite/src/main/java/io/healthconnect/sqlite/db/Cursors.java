package io.healthconnect.sqlite.db;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Places in ordered results. A query asks for one row more than the page has, to see the end. */
public final class Cursors {
  /** An identifier above all others: {@code ~} comes after every allowed character. */
  private static final String LAST = "~";

  private Cursors() {}

  /** The number to go on after; before all numbers, or after all when descending. */
  public static long number(PageRequest page, boolean descending) {
    return page.after()
        .map(cursor -> number(cursor.key()))
        .orElse(descending ? Long.MAX_VALUE : Long.MIN_VALUE);
  }

  /** The identifier to go on after, among those with the same sort key. */
  public static String id(PageRequest page, boolean descending) {
    return page.after().map(Cursor::id).orElse(descending ? LAST : "");
  }

  /**
   * @throws InvalidValueException if a client has made the text up
   */
  public static long number(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
  }

  /** The page of the {@code limit + 1} rows asked for. */
  public static <T> Page<T> page(List<T> rows, PageRequest request, Function<T, Cursor> placeOf) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, Optional.empty());
    }
    List<T> shown = rows.subList(0, request.limit());
    return new Page<>(shown, Optional.of(placeOf.apply(shown.get(shown.size() - 1))));
  }
}

package io.healthconnect.mongo.db;

import com.mongodb.client.model.Filters;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;

/**
 * Places in ordered results. A query asks for one document more than the page has, to see the end.
 */
public final class Cursors {
  private Cursors() {}

  /**
   * What comes after a place in an order by {@code field}, then {@code tie}. The first condition
   * bounds the scan of the index, the second only leaves out what is before the place.
   */
  public static Bson after(String field, Object key, String tie, String id) {
    return Filters.and(
        Filters.gte(field, key), Filters.or(Filters.gt(field, key), Filters.gt(tie, id)));
  }

  /** The same for the reverse order. */
  public static Bson below(String field, Object key, String tie, String id) {
    return Filters.and(
        Filters.lte(field, key), Filters.or(Filters.lt(field, key), Filters.lt(tie, id)));
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

  /** The page of the {@code limit + 1} items asked for. */
  public static <T> Page<T> page(List<T> items, PageRequest request, Function<T, Cursor> placeOf) {
    if (items.size() <= request.limit()) {
      return new Page<>(items, Optional.empty());
    }
    List<T> shown = items.subList(0, request.limit());
    return new Page<>(shown, Optional.of(placeOf.apply(shown.get(shown.size() - 1))));
  }
}

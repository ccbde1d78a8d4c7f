package io.healthconnect.mongo.db;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** Positions in ordered results. */
public final class Cursors {
  private Cursors() {}

  /**
   * Matches what comes after a position in an order by {@code field}, then {@code tie}. The first
   * condition bounds the index scan; the second only excludes what comes before the position.
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
}

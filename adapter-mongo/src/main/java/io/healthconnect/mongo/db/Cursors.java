package io.healthconnect.mongo.db;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** Places in ordered results. */
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
}

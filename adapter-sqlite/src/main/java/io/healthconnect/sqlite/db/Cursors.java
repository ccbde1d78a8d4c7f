package io.healthconnect.sqlite.db;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.PageRequest;

/** Positions in ordered results. */
public final class Cursors {
  /** An identifier above all others: {@code ~} comes after every allowed character. */
  private static final String LAST = "~";

  private Cursors() {}

  /**
   * The sort key to continue after: without a cursor, one before all numbers, or after all when
   * descending.
   */
  public static long number(PageRequest page, boolean descending) {
    return page.after()
        .map(cursor -> Cursor.number(cursor.key()))
        .orElse(descending ? Long.MAX_VALUE : Long.MIN_VALUE);
  }

  /** The identifier to continue after, among those with the same sort key. */
  public static String id(PageRequest page, boolean descending) {
    return page.after().map(Cursor::id).orElse(descending ? LAST : "");
  }
}

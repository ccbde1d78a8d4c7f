package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** Says in the words of the ports what went wrong in SQLite. */
final class SqlErrors {
  private SqlErrors() {}

  static RuntimeException translate(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return new StoreUnavailableException(Cause.UNAVAILABLE, e);
    }
    // The low byte is the primary code, the rest refines it.
    return switch (sqlite.getResultCode().code & 0xff) {
      case 13 -> new StoreUnavailableException(Cause.STORAGE_FULL, e);
      case 11, 26 -> new StoreCorruptException("the database file is damaged", e);
      case 19 -> new IllegalStateException("the store's rules forbid this write", e);
      case 1, 20, 21, 25 -> new IllegalStateException("a statement is wrong", e);
      default -> new StoreUnavailableException(Cause.UNAVAILABLE, e);
    };
  }
}

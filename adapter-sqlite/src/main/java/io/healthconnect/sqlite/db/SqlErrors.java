package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** Translates the result codes of SQLite into the exceptions of the ports. */
final class SqlErrors {
  private static final int BUSY = 5;
  private static final int CONSTRAINT = 19;

  /** The shared-memory file of readers and writers could not grow: the disk is full. */
  private static final int IOERR_SHMSIZE = 4874;

  private SqlErrors() {}

  static boolean isBusy(SQLException e) {
    return primaryCode(e) == BUSY;
  }

  static boolean isConstraint(SQLException e) {
    return primaryCode(e) == CONSTRAINT;
  }

  static RuntimeException translate(SQLException e) {
    if (code(e) == IOERR_SHMSIZE) {
      return new StoreUnavailableException(Cause.STORAGE_FULL, e);
    }
    return switch (primaryCode(e)) {
      case 13 -> new StoreUnavailableException(Cause.STORAGE_FULL, e);
      case 11, 26 -> new StoreCorruptException("the database file is damaged", e);
      case CONSTRAINT -> new IllegalStateException("the store's rules forbid this write", e);
      case 1, 20, 21, 25 -> new IllegalStateException("a statement is wrong", e);
      default -> new StoreUnavailableException(Cause.UNAVAILABLE, e);
    };
  }

  /** The low byte of a code is the primary result code; the rest refines it. */
  private static int primaryCode(SQLException e) {
    return code(e) & 0xff;
  }

  /** The result code, or 0 if the exception does not come from SQLite. */
  private static int code(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code : 0;
  }
}

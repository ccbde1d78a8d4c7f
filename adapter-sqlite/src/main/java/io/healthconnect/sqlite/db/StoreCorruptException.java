package io.healthconnect.sqlite.db;

/** The database file is damaged, is not a database, or is missing; restore it from a backup. */
public final class StoreCorruptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreCorruptException(String message) {
    super(message);
  }

  public StoreCorruptException(String message, Throwable cause) {
    super(message, cause);
  }
}

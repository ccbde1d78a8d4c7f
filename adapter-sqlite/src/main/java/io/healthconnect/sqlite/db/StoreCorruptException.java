package io.healthconnect.sqlite.db;

/** The database file is damaged, or is no database; restore it from a backup. */
public final class StoreCorruptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreCorruptException(String message, Throwable cause) {
    super(message, cause);
  }
}

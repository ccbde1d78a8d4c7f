package io.healthconnect.domain;

/**
 * The store is unavailable now. A write that ends this way may or may not have taken effect; the
 * caller may retry with the same identifiers.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the store is unavailable. */
  public enum Cause {
    /** No connection, a timeout, or an I/O error. */
    UNAVAILABLE,
    /** No space is left for writes; reads still work. */
    STORAGE_FULL
  }

  private final Cause reason;

  public StoreUnavailableException(Cause reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }
}

package io.healthconnect.domain;

/**
 * The store cannot answer now. Nothing is known of the effect of a write that ends so; the caller
 * may try again with the same identifiers.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the store cannot answer. */
  public enum Cause {
    /** No connection, a time-out, or an I/O error. */
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

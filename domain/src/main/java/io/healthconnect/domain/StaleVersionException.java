package io.healthconnect.domain;

/** A save found another version of the aggregate in the store than the one it was read at. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleVersionException(String what) {
    super(what + " was changed by somebody else");
  }
}

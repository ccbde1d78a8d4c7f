package io.healthconnect.domain;

/** A save found that the stored aggregate has another version than the one that was read. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleVersionException(String what) {
    super(what + " was changed by somebody else");
  }
}

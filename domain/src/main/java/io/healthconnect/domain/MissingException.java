package io.healthconnect.domain;

/**
 * An object does not exist although it must: another stored object refers to it, or it existed a
 * moment ago. The message names the kind of object, never its owner.
 */
public final class MissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param kind the kind of object, such as {@code doctor}
   */
  public MissingException(String kind) {
    super("the " + kind + " is missing from the store");
  }
}

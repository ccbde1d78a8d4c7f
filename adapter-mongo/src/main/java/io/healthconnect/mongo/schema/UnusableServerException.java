package io.healthconnect.mongo.schema;

/**
 * The address is wrong, or leads to a server that cannot uphold the guarantees of the stores. The
 * message is one line for an operator and contains no password.
 */
public final class UnusableServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableServerException(String problem) {
    super("MONGODB_URI: " + problem);
  }
}

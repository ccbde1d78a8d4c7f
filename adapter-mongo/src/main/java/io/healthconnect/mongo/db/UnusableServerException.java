package io.healthconnect.mongo.db;

/**
 * The server that the address leads to cannot keep the promises of the stores, or the address is
 * wrong. The message is one line for an operator and holds no password.
 */
public final class UnusableServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableServerException(String problem) {
    super("MONGODB_URI: " + problem);
  }
}

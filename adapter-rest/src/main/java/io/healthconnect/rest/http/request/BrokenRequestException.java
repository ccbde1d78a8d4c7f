package io.healthconnect.rest.http.request;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/**
 * The client's connection failed while its request was read, or the client did not send valid HTTP.
 */
public final class BrokenRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenRequestException(IOException cause) {
    super(cause);
  }

  /** The status that the HTTP server chose, such as 408 for a body that arrived too slowly. */
  public Optional<Integer> status() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return Optional.of(http.getCode());
      }
    }
    return Optional.empty();
  }
}

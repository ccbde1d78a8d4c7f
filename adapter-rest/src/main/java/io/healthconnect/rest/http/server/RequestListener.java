package io.healthconnect.rest.http.server;

import java.time.Duration;
import java.util.Optional;

/** Is told of each request when it is over. Must not block. */
@FunctionalInterface
public interface RequestListener {

  /**
   * One request.
   *
   * @param method {@code other} for methods that no route has
   * @param route the pattern of the route; {@code -} if none answered
   * @param code that of the problem, if it was refused
   */
  record Answered(
      String method, String route, int status, Optional<String> code, Duration duration) {}

  void answered(Answered request);
}

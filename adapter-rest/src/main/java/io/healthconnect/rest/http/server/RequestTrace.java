package io.healthconnect.rest.http.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;

/** The data of one request for the log: its id, the pattern of its route, and how long it took. */
final class RequestTrace {
  private static final String NAME = RequestTrace.class.getName();

  private final String requestId;
  private final long startedNanos = System.nanoTime();
  private volatile String route = "-";

  private RequestTrace(String requestId) {
    this.requestId = requestId;
  }

  static RequestTrace start(Request request, String requestId) {
    RequestTrace trace = new RequestTrace(requestId);
    request.setAttribute(NAME, trace);
    return trace;
  }

  /** The request's trace; a new one for requests that never reached a handler. */
  static RequestTrace of(Request request, String otherwise) {
    return request.getAttribute(NAME) instanceof RequestTrace trace
        ? trace
        : new RequestTrace(otherwise);
  }

  static RequestTrace of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof RequestTrace trace ? trace : new RequestTrace("-");
  }

  void route(String pattern) {
    route = pattern;
  }

  String route() {
    return route;
  }

  String requestId() {
    return requestId;
  }

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
  }
}

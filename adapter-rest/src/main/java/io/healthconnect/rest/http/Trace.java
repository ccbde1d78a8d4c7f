package io.healthconnect.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;

/** What the log says of one request: its id, the pattern of its route, and how long it took. */
final class Trace {
  private static final String NAME = Trace.class.getName();

  private final String requestId;
  private final long startedNanos = System.nanoTime();
  private volatile String route = "-";

  private Trace(String requestId) {
    this.requestId = requestId;
  }

  static Trace start(Request request, String requestId) {
    Trace trace = new Trace(requestId);
    request.setAttribute(NAME, trace);
    return trace;
  }

  /** The request's trace; a new one for requests that never reached a handler. */
  static Trace of(Request request, String otherwise) {
    return request.getAttribute(NAME) instanceof Trace trace ? trace : new Trace(otherwise);
  }

  static Trace of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof Trace trace ? trace : new Trace("-");
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

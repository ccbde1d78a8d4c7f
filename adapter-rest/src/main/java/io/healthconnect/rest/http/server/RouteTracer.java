package io.healthconnect.rest.http.server;

import io.healthconnect.rest.http.reply.Reply;
import java.util.Optional;
import java.util.function.Supplier;

/** Surrounds the work of each route, on the thread that does it. */
@FunctionalInterface
public interface RouteTracer {
  /** Traces nothing. */
  RouteTracer NONE = (request, work) -> work.get();

  /**
   * A request whose route is about to answer it.
   *
   * @param route the pattern of the route
   * @param traceParent the header of W3C Trace Context, from a trusted proxy
   */
  record Traced(String method, String route, String requestId, Optional<String> traceParent) {}

  /**
   * Returns the reply of {@code work}, which does not fail.
   *
   * @param request asked for only if it is traced
   */
  Reply trace(Supplier<Traced> request, Supplier<Reply> work);
}

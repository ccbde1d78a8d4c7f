package io.healthconnect.rest.http.server;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.edge.address.ClientAddress;
import io.healthconnect.rest.http.reply.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The data of one request for the log: its id, the pattern of its route, who made it, why it was
 * refused, and how long it took.
 */
final class RequestTrace {
  private static final String NAME = RequestTrace.class.getName();

  private final String requestId;
  private final long startedNanos = System.nanoTime();
  private volatile String route = "-";
  private volatile String account = "-";
  private volatile @Nullable ClientAddress client;
  private volatile @Nullable ErrorCode code;

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

  void madeBy(AccountId who) {
    account = who.value();
  }

  /** The id of the account; {@code -} without a session. */
  String account() {
    return account;
  }

  void from(ClientAddress address) {
    client = address;
  }

  /** Where the request came from, if it reached a route. */
  Optional<ClientAddress> client() {
    return Optional.ofNullable(client);
  }

  void refused(ErrorCode why) {
    code = why;
  }

  Optional<ErrorCode> code() {
    return Optional.ofNullable(code);
  }

  Duration duration() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }
}

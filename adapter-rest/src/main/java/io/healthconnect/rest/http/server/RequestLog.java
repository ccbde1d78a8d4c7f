package io.healthconnect.rest.http.server;

import io.healthconnect.edge.address.ClientAddress;
import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.rest.http.reply.ErrorCode;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each request, with the pattern of its route in place of its path: no words of
 * people, and no tokens.
 */
public final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.healthconnect.rest.requests");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

  private final TrustedProxies proxies;
  private final RequestListener listener;

  public RequestLog(TrustedProxies proxies, RequestListener listener) {
    this.proxies = proxies;
    this.listener = listener;
  }

  void completed(Request request, Response response, @Nullable Throwable failure) {
    RequestTrace trace = RequestTrace.of(request, "-");
    Duration duration = trace.duration();
    String method = printable(request.getMethod());
    String address = trace.client().orElseGet(() -> client(request)).text();
    String code = trace.code().map(ErrorCode::code).orElse("-");
    LOG.atInfo()
        .addKeyValue("method", method)
        .addKeyValue("route", trace.route())
        .addKeyValue("status", response.getStatus())
        .addKeyValue("millis", duration.toMillis())
        .addKeyValue("requestId", trace.requestId())
        .addKeyValue("address", address)
        .addKeyValue("account", trace.account())
        .addKeyValue("code", code)
        .log(
            "{} {} {} {}ms {} {} {} {}",
            method,
            trace.route(),
            response.getStatus(),
            duration.toMillis(),
            trace.requestId(),
            address,
            trace.account(),
            code);
    if (failure != null && !Failures.isOfConnection(failure)) {
      LOG.error(
          "reply failed {} {} {}", trace.route(), trace.requestId(), Failures.describe(failure));
    }
    listener.answered(
        new RequestListener.Answered(
            METHODS.contains(method) ? method : "other",
            trace.route(),
            response.getStatus(),
            trace.code().map(ErrorCode::code),
            duration));
  }

  private ClientAddress client(Request request) {
    return proxies.client(
        Request.getRemoteAddr(request),
        request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
  }

  /** The client can send any token of RFC 9110 as the method. */
  private static String printable(String method) {
    return method.length() <= 16 && method.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        ? method
        : "?";
  }
}

package io.healthconnect.rest.http;

import io.healthconnect.domain.IdGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outermost handler: names each request, gives every reply its headers, answers preflights,
 * refuses what no route takes, and writes one line a request.
 */
public final class EdgeHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger("io.healthconnect.rest.requests");
  private static final String OFFERED = "GET, HEAD, POST, PUT, DELETE";

  private final ReplyHeaders headers;
  private final ProblemPages problems;
  private final IdGenerator ids;
  private final int maxUri;

  public EdgeHandler(ReplyHeaders headers, ProblemPages problems, IdGenerator ids, int maxUri) {
    this.headers = headers;
    this.problems = problems;
    this.ids = ids;
    this.maxUri = maxUri;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Trace trace = Trace.start(request, ids.next());
    headers.put(request, response.getHeaders(), trace.requestId());
    Request.addCompletionListener(request, failure -> log(request, response, trace));
    HttpURI uri = request.getHttpURI();
    if (uri.getPathQuery() != null && uri.getPathQuery().length() > maxUri) {
      problems.write(request, response, callback, Problem.of(ErrorCode.URI_TOO_LONG));
      return true;
    }
    if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
      problems.write(request, response, callback, Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
      return true;
    }
    if (isAllowedPreflight(request, response)) {
      response.setStatus(204);
      response.getHeaders().put("Access-Control-Allow-Methods", OFFERED);
      response
          .getHeaders()
          .put(
              "Access-Control-Allow-Headers",
              "Content-Type, Authorization, Idempotency-Key, If-Match");
      response.getHeaders().put("Access-Control-Max-Age", "600");
      callback.succeeded();
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static boolean isAllowedPreflight(Request request, Response response) {
    return "OPTIONS".equals(request.getMethod())
        && request.getHeaders().contains("Access-Control-Request-Method")
        && response.getHeaders().contains("Access-Control-Allow-Origin");
  }

  private static void log(Request request, Response response, Trace trace) {
    LOG.info(
        "{} {} {} {}ms {}",
        printable(request.getMethod()),
        trace.route(),
        response.getStatus(),
        trace.millis(),
        trace.requestId());
  }

  /** A method is any token of RFC 9110, chosen by the client. */
  private static String printable(String method) {
    return method.length() <= 16 && method.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        ? method
        : "?";
  }
}

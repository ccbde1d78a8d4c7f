package io.healthconnect.rest.http.server;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The outermost handler: assigns request ids, sets the headers of every reply, answers preflight
 * requests, refuses requests without a route, and has each request logged.
 */
public final class EdgeHandler extends Handler.Wrapper {
  private static final String OFFERED = "GET, HEAD, POST, PUT, DELETE";

  private final ReplyHeaders headers;
  private final ProblemErrorHandler problems;
  private final IdGenerator ids;
  private final int maxUri;
  private final RequestLog log;
  private final RequestDrain drain = new RequestDrain();

  public EdgeHandler(
      ReplyHeaders headers,
      ProblemErrorHandler problems,
      IdGenerator ids,
      int maxUri,
      RequestLog log) {
    this.headers = headers;
    this.problems = problems;
    this.ids = ids;
    this.maxUri = maxUri;
    this.log = log;
  }

  @Override
  public boolean handle(Request incoming, Response response, Callback completion) throws Exception {
    Request request = RequestDrain.readableToTheEnd(SentMethod.of(incoming));
    Callback callback = drain.before(completion, request);
    RequestTrace trace = RequestTrace.start(request, ids.next());
    headers.put(request, response.getHeaders(), trace.requestId());
    Request.addCompletionListener(request, failure -> log.completed(request, response, failure));
    HttpURI uri = request.getHttpURI();
    if (uri.getPathQuery() != null && uri.getPathQuery().length() > maxUri) {
      problems.write(request, response, callback, Problem.of(ErrorCode.URI_TOO_LONG));
      return true;
    }
    if (!isChunkedOnly(request)) {
      // Other codings of the body are not decoded here, and where the next request begins must not
      // be guessed.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      problems.write(request, response, callback, Problem.of(ErrorCode.INVALID_REQUEST));
      return true;
    }
    if (isEncoded(request)) {
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

  private static boolean isChunkedOnly(Request request) {
    List<String> lines = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
    return lines.isEmpty() || (lines.size() == 1 && lines.get(0).equalsIgnoreCase("chunked"));
  }

  private static boolean isEncoded(Request request) {
    return request.getHeaders().getCSV(HttpHeader.CONTENT_ENCODING, false).stream()
        .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
  }
}

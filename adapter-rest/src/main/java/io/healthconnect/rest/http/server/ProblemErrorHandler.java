package io.healthconnect.rest.http.server;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.request.StrictJson;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problems outside of routes, for requests that the HTTP server itself refuses. */
public final class ProblemErrorHandler extends ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

  private final ReplyHeaders headers;
  private final IdGenerator ids;
  private final StrictJson json;

  public ProblemErrorHandler(ReplyHeaders headers, IdGenerator ids, StrictJson json) {
    this.headers = headers;
    this.ids = ids;
    this.json = json;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem known = problem(code == 0 ? 500 : code);
    RequestTrace trace = RequestTrace.of(request, "-");
    if (known.code() == ErrorCode.INTERNAL && cause != null) {
      LOG.error("unexpected {} {} {}", trace.route(), trace.requestId(), Failures.describe(cause));
    }
    if (known.code() != ErrorCode.NOT_FOUND) {
      // After a refusal by the parser the position in the stream is unknown, so the connection must
      // be closed, and the client must know.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    write(request, response, callback, known);
  }

  /** A header that is too large is nearly always a cookie header, and people can clear cookies. */
  private static Problem problem(int status) {
    Problem problem = Problem.ofStatus(status);
    return problem.code() == ErrorCode.HEADERS_TOO_LARGE
        ? Problem.of(
            problem.code(),
            "The header fields are too large. Cookies of this host and of its neighbours are a"
                + " likely cause: clear them.")
        : problem;
  }

  void write(Request request, Response response, Callback callback, Problem problem) {
    RequestTrace trace = RequestTrace.of(request, ids.next());
    trace.refused(problem.code());
    String requestId = trace.requestId();
    headers.put(request, response.getHeaders(), requestId);
    response.setStatus(problem.code().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    problem.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    byte[] body = json.write(problem.body(requestId));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    if ("HEAD".equals(request.getMethod())) {
      callback.succeeded();
    } else {
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}

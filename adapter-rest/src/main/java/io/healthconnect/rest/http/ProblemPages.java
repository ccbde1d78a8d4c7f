package io.healthconnect.rest.http;

import io.healthconnect.domain.IdGenerator;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes problems outside of routes: what the HTTP machinery refuses by itself. */
public final class ProblemPages extends ErrorHandler {
  private final ReplyHeaders headers;
  private final IdGenerator ids;
  private final StrictJson json;

  public ProblemPages(ReplyHeaders headers, IdGenerator ids, StrictJson json) {
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
    Problem known = Problem.ofStatus(code == 0 ? 500 : code);
    if (known.code() != ErrorCode.NOT_FOUND) {
      // What the parser refused leaves the connection in an unknown place; the client must know.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    write(request, response, callback, known);
  }

  void write(Request request, Response response, Callback callback, Problem problem) {
    String requestId = Trace.of(request, ids.next()).requestId();
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

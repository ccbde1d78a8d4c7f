package io.healthconnect.bootstrap.telemetry;

import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.server.RouteTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A span for each request that a route answers. It tells the pattern of the route, never its path,
 * and nothing of who asked or what was said.
 */
final class RouteSpans implements RouteTracer {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> REQUEST_ID =
      AttributeKey.stringKey("healthconnect.request.id");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final Tracer tracer;

  RouteSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Reply trace(Supplier<Traced> traced, Supplier<Reply> work) {
    Traced request = traced.get();
    Span span =
        tracer
            .spanBuilder(request.method() + " " + request.route())
            .setParent(parent(request))
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(METHOD, request.method())
            .setAttribute(ROUTE, request.route())
            .setAttribute(REQUEST_ID, request.requestId())
            .startSpan();
    Scope current = span.makeCurrent();
    try {
      Reply reply = work.get();
      int status = reply.fold(content -> content.status(), stream -> 200, RouteSpans::status);
      span.setAttribute(STATUS, status);
      if (reply instanceof Problem problem) {
        span.setAttribute(ERROR, problem.code().code());
      }
      if (status >= 500) {
        span.setStatus(StatusCode.ERROR);
      }
      return reply;
    } finally {
      current.close();
      span.end();
    }
  }

  private static int status(Problem problem) {
    return problem.code().status();
  }

  private static Context parent(Traced request) {
    return request
        .traceParent()
        .map(
            header ->
                W3CTraceContextPropagator.getInstance()
                    .extract(Context.root(), Map.of("traceparent", header), new InMap()))
        .orElse(Context.root());
  }

  /** Reads the one header. */
  private static final class InMap implements TextMapGetter<Map<String, String>> {
    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String key) {
      return headers == null ? null : headers.get(key);
    }
  }
}

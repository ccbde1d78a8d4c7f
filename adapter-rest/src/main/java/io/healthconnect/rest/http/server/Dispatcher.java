package io.healthconnect.rest.http.server;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.edge.address.ClientAddress;
import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.rest.http.admission.AccessFilter;
import io.healthconnect.rest.http.admission.RequestHeaders;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.BrokenRequestException;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.FittedPage;
import io.healthconnect.rest.http.request.JsonLimits;
import io.healthconnect.rest.http.request.StrictJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Passes a request through the checks that all routes share to its route, and writes the reply. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final AccessFilter filter;
  private final StrictJson json;
  private final JsonLimits limits;
  private final TrustedProxies proxies;
  private final ExpensiveReads reads;
  private final RouteTracer tracer;

  public Dispatcher(
      AccessFilter filter,
      StrictJson json,
      JsonLimits limits,
      TrustedProxies proxies,
      ExpensiveReads reads,
      RouteTracer tracer) {
    this.filter = filter;
    this.json = json;
    this.limits = limits;
    this.proxies = proxies;
    this.reads = reads;
    this.tracer = tracer;
  }

  public void dispatch(Context context, Route route) {
    RequestTrace trace = RequestTrace.of(context.req());
    trace.route(route.path());
    answer(
        context,
        tracer.trace(
            () ->
                new RouteTracer.Traced(
                    context.method().name(), route.path(), trace.requestId(), traceParent(context)),
            () -> reply(context, route, trace)));
  }

  /** Anybody could join a trace of others by its number; proxies of ours may. */
  private Optional<String> traceParent(Context context) {
    return Optional.ofNullable(context.header("traceparent"))
        .filter(header -> proxies.contains(context.req().getRemoteAddr()));
  }

  private Reply reply(Context context, Route route, RequestTrace trace) {
    try {
      Optional<Actor> actor = filter.admit(context.req(), route.who());
      actor.ifPresent(who -> trace.madeBy(who.id()));
      ClientAddress address =
          proxies.client(
              context.req().getRemoteAddr(), RequestHeaders.all(context.req(), "X-Forwarded-For"));
      trace.from(address);
      Exchange exchange = new Exchange(context, json, limits, address, actor);
      return reads.answer(route, context, address.network(), actor, () -> fitting(route, exchange));
    } catch (Exception e) {
      return problem(e, trace);
    }
  }

  /**
   * Replies that grow with what people write are reduced to fewer items, never to a part of one.
   * Routes whose items are told to the audit log use {@link Exchange#fitted}, since they are run
   * again here.
   */
  private Reply fitting(Route route, Exchange first) {
    Exchange exchange = first;
    Reply reply = route.action().handle(exchange);
    while (route.pages() && reply instanceof Reply.Content content && content.body() != null) {
      byte[] body = bytes(content.body());
      int limit = exchange.pageLimit().orElse(1);
      if (body.length <= FittedPage.MAX_REPLY_BYTES || limit == 1) {
        return new Reply.Content(content.status(), content.contentType(), body, content.headers());
      }
      exchange = exchange.withPageCap(FittedPage.fewer(limit, body.length));
      reply = route.action().handle(exchange);
    }
    return reply;
  }

  /** Answers a failure that no route handled. */
  void answer(Context context, Exception failure) {
    answer(context, problem(failure, RequestTrace.of(context.req())));
  }

  /** Answers a request that no route answered. */
  public void answer(Context context, Reply reply) {
    RequestTrace trace = RequestTrace.of(context.req());
    try {
      write(context, reply, trace.requestId());
    } catch (RuntimeException e) {
      write(context, problem(e, trace), trace.requestId());
    }
  }

  private void write(Context context, Reply reply, String requestId) {
    Runnable writing =
        reply.fold(
            content -> () -> write(context, content),
            stream -> () -> stream(context, stream),
            problem -> () -> write(context, problem, requestId));
    writing.run();
  }

  private void write(Context context, Problem problem, String requestId) {
    RequestTrace.of(context.req()).refused(problem.code());
    byte[] body = json.write(problem.body(requestId));
    context.status(problem.code().status());
    problem.headers().forEach(context::header);
    context.contentType("application/problem+json");
    context.result(body);
  }

  private void write(Context context, Reply.Content content) {
    // First, so that a body that cannot be serialised leaves no header behind.
    byte @Nullable [] body = content.body() == null ? null : bytes(content.body());
    context.status(content.status());
    for (Map.Entry<String, String> header : content.headers().entrySet()) {
      if (header.getKey().equals(Reply.Content.SET_COOKIE)) {
        header.getValue().lines().forEach(each -> context.res().addHeader("Set-Cookie", each));
      } else {
        context.header(header.getKey(), header.getValue());
      }
    }
    if (body != null) {
      context.contentType(content.contentType());
      // Otherwise a large body would be sent in chunks, which cost both sides more.
      context.res().setContentLength(body.length);
      context.result(body);
    }
  }

  /** A reply that breaks off ends its connection, so that no client takes a part for the whole. */
  private static void stream(Context context, Reply.Stream stream) {
    context.status(200);
    context.contentType(stream.contentType());
    stream.headers().forEach(context::header);
    try {
      stream.body().writeTo(context.res().getOutputStream());
    } catch (IOException | RuntimeException e) {
      RequestTrace trace = RequestTrace.of(context.req());
      LOG.atLevel(Failures.isOfConnection(e) ? Level.INFO : Level.ERROR)
          .log("reply cut off {} {} {}", trace.route(), trace.requestId(), Failures.describe(e));
      BrokenStreams.cut(context.req());
    }
  }

  private byte[] bytes(Object body) {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    byte[] written = json.write(body);
    return written.length > FittedPage.MAX_REPLY_BYTES && body instanceof Reply.Shortening large
        ? large.shorter().map(this::bytes).orElse(written)
        : written;
  }

  private Problem problem(Exception e, RequestTrace trace) {
    if (e instanceof ProblemException refused) {
      return refused.problem();
    }
    if (e instanceof InvalidValueException invalid) {
      return Problem.invalid(invalid);
    }
    if (e instanceof StaleVersionException) {
      return Problem.of(ErrorCode.STALE);
    }
    if (e instanceof StoreUnavailableException away) {
      LOG.warn("store {} {}", away.reason(), trace.requestId());
      return switch (away.reason()) {
        case UNAVAILABLE -> Problem.retryAfter(ErrorCode.UNAVAILABLE, RETRY);
        case STORAGE_FULL -> Problem.retryAfter(ErrorCode.STORAGE_FULL, Duration.ofMinutes(1));
      };
    }
    if (e instanceof ImagesUnavailableException away) {
      LOG.warn("images unavailable {}", trace.requestId());
      return Problem.retryAfter(ErrorCode.IMAGES_UNAVAILABLE, away.retryAfter());
    }
    if (e instanceof BrokenRequestException broken) {
      return broken
          .status()
          .map(Problem::ofStatus)
          .orElseGet(() -> Problem.of(ErrorCode.INVALID_REQUEST, "The request is incomplete."));
    }
    if (e instanceof HttpException http) {
      return Problem.ofStatus(http.getCode());
    }
    LOG.error("unexpected {} {} {}", trace.route(), trace.requestId(), Failures.describe(e));
    return Problem.of(ErrorCode.INTERNAL);
  }
}

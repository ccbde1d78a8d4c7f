package io.healthconnect.rest.http;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request through the checks that all routes share, to its route, and writes the reply. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Gate gate;
  private final StrictJson json;
  private final JsonLimits limits;
  private final TrustedProxies proxies;

  public Dispatcher(Gate gate, StrictJson json, JsonLimits limits, TrustedProxies proxies) {
    this.gate = gate;
    this.json = json;
    this.limits = limits;
    this.proxies = proxies;
  }

  public void dispatch(Context context, Route route) {
    Trace trace = Trace.of(context.req());
    trace.route(route.path());
    Reply reply;
    try {
      Optional<Actor> actor = gate.admit(context.req(), route);
      String address =
          proxies.client(
              context.req().getRemoteAddr(), Exchange.headers(context.req(), "X-Forwarded-For"));
      reply = route.action().handle(new Exchange(context, json, limits, address, actor));
    } catch (Exception e) {
      reply = problem(e, trace.requestId());
    }
    write(context, reply, trace.requestId());
  }

  /** Answers what no route did. */
  public void answer(Context context, Reply reply) {
    write(context, reply, Trace.of(context.req()).requestId());
  }

  private void write(Context context, Reply reply, String requestId) {
    if (reply instanceof Problem problem) {
      context.status(problem.code().status());
      problem.headers().forEach(context::header);
      context.contentType("application/problem+json");
      context.result(json.write(problem.body(requestId)));
      return;
    }
    Reply.Content content = (Reply.Content) reply;
    context.status(content.status());
    for (Map.Entry<String, String> header : content.headers().entrySet()) {
      context.header(header.getKey(), header.getValue());
    }
    Object body = content.body();
    if (body != null) {
      context.contentType(content.contentType());
      context.result(bytes(body));
    }
  }

  private byte[] bytes(Object body) {
    return body instanceof byte[] bytes ? bytes : json.write(body);
  }

  Problem problem(Exception e, String requestId) {
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
      LOG.warn("store {} {}", away.reason(), requestId);
      return switch (away.reason()) {
        case UNAVAILABLE -> Problem.retryAfter(ErrorCode.UNAVAILABLE, RETRY);
        case STORAGE_FULL -> Problem.retryAfter(ErrorCode.STORAGE_FULL, Duration.ofMinutes(1));
      };
    }
    if (e instanceof ImagesUnavailableException away) {
      LOG.warn("images unavailable {}", requestId);
      return Problem.retryAfter(ErrorCode.IMAGES_UNAVAILABLE, away.retryAfter());
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return Problem.ofStatus(http.getCode());
      }
      if (cause instanceof java.io.IOException) {
        return Problem.of(ErrorCode.INVALID_REQUEST, "The request broke off.");
      }
    }
    LOG.error("unexpected {} at {} {}", e.getClass().getName(), top(e), requestId);
    return Problem.of(ErrorCode.INTERNAL);
  }

  /** Where it happened; messages stay out of the log because they may quote what people wrote. */
  private static @Nullable StackTraceElement top(Exception e) {
    return e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
  }
}

package io.healthconnect.rest.http;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.PageRequest;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as routes see it. Everything that it reads is checked; what is wrong ends it. */
public final class Exchange {
  /** The body of requests that say nothing. */
  record Nothing() {}

  private final Context context;
  private final StrictJson json;
  private final JsonLimits limits;
  private final String address;
  private final Optional<Actor> actor;

  Exchange(
      Context context, StrictJson json, JsonLimits limits, String address, Optional<Actor> actor) {
    this.context = context;
    this.json = json;
    this.limits = limits;
    this.address = address;
    this.actor = actor;
  }

  /** What a request that no route takes says of itself. */
  static Fallback.Request unrouted(Context context) {
    return new Fallback.Request(
        context.path(),
        Optional.ofNullable(context.header("Accept")),
        Optional.ofNullable(context.header("Accept-Encoding")),
        Optional.ofNullable(context.header("If-None-Match")));
  }

  /** The same for a request that a route has taken. */
  public Fallback.Request asked() {
    return unrouted(context);
  }

  /** Who asks; only on routes that need a session. */
  public Actor actor() {
    return actor.orElseThrow();
  }

  /** Where the request came from, proxies considered. */
  public String address() {
    return address;
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  public Optional<String> query(String name) {
    List<String> values = context.queryParams(name);
    if (values.size() > 1) {
      throw new InvalidValueException(name, "must be given once");
    }
    return values.stream().findFirst().filter(value -> !value.isEmpty());
  }

  /** A whole number of the query. */
  public Optional<Long> number(String name) {
    return query(name)
        .map(
            text -> {
              if (!text.matches("-?\\d{1,18}")) {
                throw new InvalidValueException(name, "must be a whole number");
              }
              return Long.parseLong(text);
            });
  }

  public PageRequest page() {
    return new PageRequest(limit(), query("cursor").map(Cursors::read));
  }

  /** The parameter {@code limit}: 1 to 100, or 20. */
  public int limit() {
    long limit = number("limit").orElse((long) PageRequest.DEFAULT_LIMIT);
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw new InvalidValueException("limit", "must be 1 to " + PageRequest.MAX_LIMIT);
    }
    return (int) limit;
  }

  /** The version that {@code If-Match} names; empty without one, or with {@code *}. */
  public Optional<Long> ifMatch() {
    return header("If-Match")
        .filter(tag -> !tag.equals("*"))
        .map(
            tag -> {
              if (!tag.matches("\"\\d{1,18}\"")) {
                throw new ProblemException(Problem.of(ErrorCode.PRECONDITION_FAILED));
              }
              return Long.parseLong(tag.substring(1, tag.length() - 1));
            });
  }

  /** Reads the body, which must be there. */
  public <T> T body(Class<T> type) {
    HttpServletRequest request = context.req();
    if (request.getContentLengthLong() > limits.bodyBytes()) {
      throw tooLarge();
    }
    if (!isJson(request.getContentType())) {
      throw new ProblemException(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }
    return json.read(bytes(request), type);
  }

  /** Reads the body; {@code absent} when there is none. */
  public <T> T bodyOr(Class<T> type, T absent) {
    HttpServletRequest request = context.req();
    boolean none =
        request.getContentLengthLong() == 0
            || (request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") == null);
    return none ? absent : body(type);
  }

  /** For routes that take no body: there must be none, or an empty object. */
  public void noBody() {
    bodyOr(Nothing.class, new Nothing());
  }

  private byte[] bytes(HttpServletRequest request) {
    try {
      byte[] body = request.getInputStream().readNBytes(limits.bodyBytes() + 1);
      if (body.length > limits.bodyBytes()) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return List.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/json;charset=\"utf-8\"")
        .contains(type);
  }

  /** All values of a header. */
  static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  /**
   * The rest of the body stays unread, so the connection cannot be used again; the client is told.
   */
  private static ProblemException tooLarge() {
    return new ProblemException(Problem.of(ErrorCode.TOO_LARGE).withHeader("Connection", "close"));
  }
}

package io.healthconnect.rest.http;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.PageRequest;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One request as routes see it. Everything that it reads is checked; what is wrong ends it. */
public final class Exchange {
  /** The body of requests that say nothing. */
  record Nothing() {}

  private static final int BUFFER = 8 * 1024;

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

  /** Who asks, on routes where that need not be known. */
  public Optional<Actor> viewer() {
    return actor;
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
    if (declaredBytes() > limits.bodyBytes()) {
      throw tooLarge();
    }
    requireJson();
    return json.read(bytes(limits.bodyBytes(), () -> false), type);
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

  /** The length of the body as the client tells it; -1 if it does not. */
  long declaredBytes() {
    return context.req().getContentLengthLong();
  }

  boolean isMultipart() {
    String type = context.req().getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /**
   * @throws ProblemException 415
   */
  void requireJson() {
    if (!isJson(context.req().getContentType())) {
      throw new ProblemException(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }
  }

  /**
   * The whole body.
   *
   * @throws ProblemException 413 if it has more than {@code most} bytes; 408 once {@code late}
   */
  byte[] bytes(int most, BooleanSupplier late) {
    if (declaredBytes() > most) {
      throw tooLarge();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(1024, declaredBytes()));
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = context.req().getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        body.write(buffer, 0, read);
        if (body.size() > most) {
          throw tooLarge();
        }
        if (late.getAsBoolean()) {
          throw unread(ErrorCode.REQUEST_TIMEOUT);
        }
      }
      return body.toByteArray();
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

  private static ProblemException tooLarge() {
    return unread(ErrorCode.TOO_LARGE);
  }

  private static ProblemException unread(ErrorCode code) {
    return new ProblemException(Problem.of(code).withBodyUnread());
  }
}

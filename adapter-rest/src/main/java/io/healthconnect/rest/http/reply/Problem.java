package io.healthconnect.rest.http.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.healthconnect.domain.InvalidValueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A refusal in the form of RFC 9457. Its detail is our own text and never repeats the request.
 *
 * @param members additional members of the body, by name
 */
public record Problem(
    ErrorCode code,
    String detail,
    List<FieldError> errors,
    Map<String, String> headers,
    Map<String, Object> members)
    implements Reply {
  private static final Duration MACHINERY_RETRY = Duration.ofSeconds(2);

  /**
   * A problem with one field of the request.
   *
   * @param problem a sentence for developers
   * @param code stable; clients choose their own message by it and the params
   * @param params the numbers in the rule; omitted if there are none
   */
  public record FieldError(
      String field,
      String problem,
      String code,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> params) {}

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
    members = Map.copyOf(members);
  }

  public static Problem of(ErrorCode code) {
    return of(code, code.title() + ".");
  }

  public static Problem of(ErrorCode code, String detail) {
    return new Problem(code, detail, List.of(), Map.of(), Map.of());
  }

  public static Problem invalid(InvalidValueException e) {
    return new Problem(
        ErrorCode.INVALID_REQUEST,
        "Part of the request is not valid.",
        List.of(new FieldError(e.field(), e.problem(), e.code().code(), e.params())),
        Map.of(),
        Map.of());
  }

  /** A refusal by the HTTP server itself. */
  public static Problem ofStatus(int status) {
    ErrorCode code = ErrorCode.ofStatus(status);
    return code.status() == 503 ? retryAfter(code, MACHINERY_RETRY) : of(code);
  }

  /**
   * A refusal after which the client may retry; the wait is rounded up to whole seconds, at least
   * one.
   */
  public static Problem retryAfter(ErrorCode code, Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return of(code).withHeader("Retry-After", Long.toString(seconds));
  }

  /**
   * Tells the client to close the connection, which cannot be reused because the rest of the body
   * stays unread.
   */
  public Problem withBodyUnread() {
    return withHeader("Connection", "close");
  }

  public Problem withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(code, detail, errors, all, members);
  }

  public Problem withMember(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put(name, value);
    return new Problem(code, detail, errors, headers, all);
  }

  public Map<String, Object> body(String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", code.title());
    body.put("status", code.status());
    body.put("detail", detail);
    body.put("code", code.code());
    body.put("requestId", requestId);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    body.putAll(members);
    return body;
  }

  @Override
  public <T> T fold(
      Function<? super Content, ? extends T> onContent,
      Function<? super Stream, ? extends T> onStream,
      Function<? super Problem, ? extends T> onProblem) {
    return onProblem.apply(this);
  }
}

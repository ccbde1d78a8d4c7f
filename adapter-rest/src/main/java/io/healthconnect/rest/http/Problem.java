package io.healthconnect.rest.http;

import io.healthconnect.domain.InvalidValueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal in the form of RFC 9457. Its detail is written by us and never repeats the request.
 *
 * @param members further members of the body, by name
 */
public record Problem(
    ErrorCode code,
    String detail,
    List<FieldError> errors,
    Map<String, String> headers,
    Map<String, Object> members)
    implements Reply {
  private static final Duration MACHINERY_RETRY = Duration.ofSeconds(2);

  /** What is wrong with one field of the request. */
  public record FieldError(String field, String problem) {}

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

  public static Problem invalid(String field, String problem) {
    return new Problem(
        ErrorCode.INVALID_REQUEST,
        "A part of the request is not valid.",
        List.of(new FieldError(field, problem)),
        Map.of(),
        Map.of());
  }

  public static Problem invalid(InvalidValueException e) {
    return invalid(e.field(), e.problem());
  }

  /** A refusal that the HTTP machinery itself makes. */
  static Problem ofStatus(int status) {
    ErrorCode code = ErrorCode.ofStatus(status);
    return code.status() == 503 ? retryAfter(code, MACHINERY_RETRY) : of(code);
  }

  /** A refusal that may be tried again; the wait is rounded up to whole seconds, at least one. */
  public static Problem retryAfter(ErrorCode code, Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return of(code).withHeader("Retry-After", Long.toString(seconds));
  }

  /**
   * The rest of the body stays unread, so the connection cannot be used again; the client is told.
   */
  Problem withBodyUnread() {
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

  Map<String, Object> body(String requestId) {
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
}

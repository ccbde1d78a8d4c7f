package io.healthconnect.rest.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a route answers: content, or a {@link Problem}. */
public sealed interface Reply permits Reply.Content, Problem {
  /**
   * A reply that is no problem.
   *
   * @param body written as JSON, or as it is when it is a string or bytes; null for none
   */
  record Content(int status, String contentType, @Nullable Object body, Map<String, String> headers)
      implements Reply {
    public Content {
      headers = Map.copyOf(headers);
    }

    public Content with(String header, String value) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put(header, value);
      return new Content(status, contentType, body, all);
    }
  }

  static Content ok(Object body) {
    return new Content(200, "application/json", body, Map.of());
  }

  static Content created(Object body) {
    return new Content(201, "application/json", body, Map.of());
  }

  static Content noContent() {
    return new Content(204, "", null, Map.of());
  }

  /** What the client has is still right. */
  static Content notModified() {
    return new Content(304, "", null, Map.of());
  }

  /** It is to be fetched elsewhere, this time. */
  static Content found(URI elsewhere) {
    return new Content(302, "", null, Map.of("Location", elsewhere.toString()));
  }

  static Content document(String contentType, Object body) {
    return new Content(200, contentType, body, Map.of());
  }
}

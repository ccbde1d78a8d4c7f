package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.OriginPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request to the endpoint, compared literally because nothing in it needs escaping.
 */
record EngineRequest(List<String> pairs) {
  EngineRequest {
    pairs = List.copyOf(pairs);
  }

  static EngineRequest of(@Nullable String query) {
    return new EngineRequest(query == null ? List.of() : List.of(query.split("&", -1)));
  }

  /** Whether the parameter occurs exactly once, with this value. */
  boolean is(String name, String value) {
    return values(name).equals(List.of(name + '=' + value));
  }

  boolean hasSid() {
    return !values("sid").isEmpty();
  }

  /** The sid, if there is exactly one. */
  Optional<String> sid() {
    List<String> found = values("sid");
    return found.size() == 1 && found.get(0).startsWith("sid=")
        ? Optional.of(found.get(0).substring("sid=".length()))
        : Optional.empty();
  }

  /** Whether the URL contains a token, which is refused because URLs end up in logs. */
  boolean hasCredential() {
    return !values("token").isEmpty() || !values("access_token").isEmpty();
  }

  private List<String> values(String name) {
    List<String> found = new ArrayList<>();
    for (String pair : pairs) {
      if (pair.equals(name) || pair.startsWith(name + '=')) {
        found.add(pair);
      }
    }
    return found;
  }

  /** Whether the origin of a request, or its absence, is acceptable. */
  static boolean isAllowed(OriginPolicy origins, HttpFields headers) {
    List<String> found = headers.getValuesList(HttpHeader.ORIGIN);
    String origin = found.isEmpty() ? null : found.get(0);
    boolean sameOrigin =
        origin == null
            ? headers.getValuesList("Sec-Fetch-Site").equals(List.of("same-origin"))
            : isOf(origin, headers.get(HttpHeader.HOST));
    return found.size() <= 1
        && origins.allows(
            origin, sameOrigin, origins.cookies(headers.getValuesList(HttpHeader.COOKIE)));
  }

  private static boolean isOf(String origin, @Nullable String host) {
    return origin.equals("http://" + host) || origin.equals("https://" + host);
  }
}

package io.healthconnect.signaling;

import io.healthconnect.edge.cookie.Cookies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The origins that may open a session: one of the allowed origins, exactly. Requests with a session
 * cookie need one. Without such a cookie nothing acts on behalf of a logged-in browser, so that
 * native apps and servers may send no origin, one of their own, or that of the server which they
 * address, but not that of another web site.
 *
 * @param allowed complete origins, such as {@code https://clinic.example}
 * @param sessionCookies the names of session cookies; cookies of other names are never read
 */
public record OriginPolicy(Set<String> allowed, Set<String> sessionCookies) {
  private static final String NO_ORIGIN = "null";

  /** The schemes of apps that send an origin of their own. */
  private static final Set<String> APP_SCHEMES =
      Set.of("capacitor", "ionic", "app", "tauri", "ws", "wss");

  public OriginPolicy {
    allowed = Set.copyOf(allowed);
    sessionCookies = Set.copyOf(sessionCookies);
  }

  /**
   * The values of the session cookies of a request.
   *
   * @param headers the lines of {@code Cookie}
   */
  public Map<String, List<String>> cookies(List<String> headers) {
    Map<String, List<String>> cookies = Cookies.parse(headers);
    cookies.keySet().retainAll(sessionCookies);
    return cookies;
  }

  /**
   * @param sameOrigin whether the request says that it comes from the origin that it addresses: by
   *     its origin and {@code Host}, or, as browsers send no origin with a GET, by {@code
   *     Sec-Fetch-Site}
   * @param cookies the {@linkplain #cookies session cookies}
   */
  public boolean allows(
      @Nullable String origin, boolean sameOrigin, Map<String, List<String>> cookies) {
    if (origin != null && allowed.contains(origin)) {
      return true;
    }
    boolean session = !cookies.isEmpty();
    if (origin == null) {
      return !session || sameOrigin;
    }
    return !session && (sameOrigin || isOfAnApp(origin));
  }

  private static boolean isOfAnApp(String origin) {
    int colon = origin.indexOf("://");
    return origin.equals(NO_ORIGIN)
        || (colon > 0 && APP_SCHEMES.contains(origin.substring(0, colon)));
  }
}

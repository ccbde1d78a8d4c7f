package io.healthconnect.signaling;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which handshakes may come from where: an origin must be in the allowed set, exactly. Without an
 * origin (not a browser) nothing may ride on a session cookie.
 *
 * @param allowed complete origins, such as {@code https://clinic.example}
 * @param sessionCookies the names under which a session cookie may come
 */
public record OriginPolicy(Set<String> allowed, Set<String> sessionCookies) {
  public OriginPolicy {
    allowed = Set.copyOf(allowed);
    sessionCookies = Set.copyOf(sessionCookies);
  }

  public boolean allows(@Nullable String origin, Map<String, String> cookies) {
    if (origin != null) {
      return allowed.contains(origin);
    }
    return sessionCookies.stream().noneMatch(cookies::containsKey);
  }
}

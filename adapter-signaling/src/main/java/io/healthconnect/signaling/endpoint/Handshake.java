package io.healthconnect.signaling.endpoint;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the upgrade request said about the client.
 *
 * @param origin the one Origin header, or null when the client is not a browser
 * @param remoteAddress the client's address as the host sees it, empty where the container has none
 * @param secure whether the client speaks TLS, here or at a trusted proxy
 */
public record Handshake(
    Map<String, String> cookies, @Nullable String origin, String remoteAddress, boolean secure) {
  public Handshake {
    cookies = Map.copyOf(cookies);
  }

  /** The value of a cookie; the first one where a client sends several of one name. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }
}

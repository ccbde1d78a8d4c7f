package io.healthconnect.signaling.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first request of a session says about the client.
 *
 * @param origin the only Origin header, or null if the client is not a browser
 * @param remoteAddress the client's address as the host sees it, empty where the container has none
 * @param secure whether the client speaks TLS, here or at a trusted proxy
 */
public record Handshake(
    Map<String, List<String>> cookies,
    @Nullable String origin,
    String remoteAddress,
    boolean secure) {
  public Handshake {
    cookies = Map.copyOf(cookies);
  }

  /** The values of a cookie; several if a neighbouring host has set the same name. */
  public List<String> cookies(String name) {
    return cookies.getOrDefault(name, List.of());
  }
}

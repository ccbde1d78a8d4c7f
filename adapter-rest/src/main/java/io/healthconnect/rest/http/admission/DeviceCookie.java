package io.healthconnect.rest.http.admission;

import io.healthconnect.edge.cookie.Cookies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that identifies a known device at log-in. It grants no access, so it outlives the
 * session and a log-out.
 */
public record DeviceCookie(boolean secure) {
  /** The longest time that browsers keep cookies. */
  private static final Duration LIFE = Duration.ofDays(400);

  private String name() {
    return secure ? "__Host-device" : "device";
  }

  /** The {@code Set-Cookie} value that gives the marker to the browser. */
  public String set(String marker) {
    return name()
        + "="
        + marker
        + "; Path=/; Max-Age="
        + LIFE.toSeconds()
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }

  /**
   * The markers that a request presents; several if a neighbouring host has set the same name.
   *
   * @param header the {@code Cookie} header
   */
  public List<String> read(Optional<String> header) {
    return Cookies.parse(header.stream().toList()).getOrDefault(name(), List.of());
  }
}

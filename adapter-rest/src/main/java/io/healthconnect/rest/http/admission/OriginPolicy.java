package io.healthconnect.rest.http.admission;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which origins belong to this site. Comparisons are exact.
 *
 * @param publicUrl the URL under which people reach the server; if empty, by {@code localhost} or
 *     an IP address
 * @param allowedOrigins additional origins whose pages may use the API with the user's cookie
 */
public record OriginPolicy(Optional<URI> publicUrl, Set<String> allowedOrigins) {
  /**
   * The hosts that are allowed without {@code publicUrl}, because a foreign name can be made to
   * resolve to this server.
   */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?i)(([a-z0-9-]{1,63}\\.)*localhost|(\\d{1,3}\\.){3}\\d{1,3})(:\\d{1,5})?");

  private static final Pattern AUTHORITY_V6 =
      Pattern.compile("\\[[0-9a-fA-F:.]{2,45}](:\\d{1,5})?");

  public OriginPolicy {
    allowedOrigins = Set.copyOf(allowedOrigins);
    if (allowedOrigins.contains("*") || allowedOrigins.contains("null")) {
      throw new IllegalArgumentException("origins must be named");
    }
  }

  /** Whether browsers reach the server only over TLS. */
  public boolean secure() {
    return publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
  }

  /** Whether a page of that origin may read replies and change state. */
  public boolean trusts(String origin, Optional<String> host) {
    return allowedOrigins.contains(origin) || ownOrigin(host).equals(Optional.of(origin));
  }

  /** Whether the origin is one of the additional allowed origins. */
  public boolean allows(String origin) {
    return allowedOrigins.contains(origin);
  }

  /** The host and port that browsers use; empty if the request has no well-formed host. */
  public Optional<String> authority(Optional<String> host) {
    return publicUrl
        .map(URI::getRawAuthority)
        .or(
            () ->
                host.filter(
                    h -> AUTHORITY.matcher(h).matches() || AUTHORITY_V6.matcher(h).matches()));
  }

  private Optional<String> ownOrigin(Optional<String> host) {
    return authority(host)
        .map(authority -> (secure() ? "https://" : "http://") + authority.toLowerCase(Locale.ROOT));
  }
}

package io.healthconnect.rest.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which origins belong to this site. Comparisons are exact.
 *
 * @param publicUrl where people reach the server; empty: wherever the request says it was sent
 * @param allowedOrigins further origins whose pages may use the API with the user's cookie
 */
public record Site(Optional<URI> publicUrl, Set<String> allowedOrigins) {
  private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:\\d{1,5})?");
  private static final Pattern AUTHORITY_V6 =
      Pattern.compile("\\[[0-9a-fA-F:.]{2,45}](:\\d{1,5})?");

  public Site {
    allowedOrigins = Set.copyOf(allowedOrigins);
    if (allowedOrigins.contains("*") || allowedOrigins.contains("null")) {
      throw new IllegalArgumentException("origins must be named");
    }
  }

  /** Whether browsers reach the server over TLS only. */
  public boolean secure() {
    return publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
  }

  /** Whether a page of that origin may read replies and change state. */
  boolean trusts(String origin, Optional<String> host) {
    return allowedOrigins.contains(origin) || ownOrigin(host).equals(Optional.of(origin));
  }

  /** Whether the origin is another one that was allowed explicitly. */
  boolean allows(String origin) {
    return allowedOrigins.contains(origin);
  }

  /** The host and port that browsers use; empty when the request names none that is well-formed. */
  Optional<String> authority(Optional<String> host) {
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

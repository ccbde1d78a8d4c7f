package io.healthconnect.bootstrap.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The kinds of settings that are web addresses. */
final class WebAddress {
  private static final int MAX_LENGTH = 2000;

  private WebAddress() {}

  /** An origin as browsers send it: scheme, host, and the port unless it is the scheme's own. */
  static Kind<String> origin() {
    return new Kind<>(
        "an exact origin such as https://clinic.example (no path, no *)",
        text -> origin(parse(text, Set.of("http", "https"))));
  }

  /** The address of a whole site. */
  static Kind<URI> site() {
    return new Kind<>(
        "an http or https address without a path, such as https://clinic.example",
        text -> URI.create(origin(parse(text.replaceFirst("/$", ""), Set.of("http", "https")))));
  }

  /** The address of the signaling endpoint's site. */
  static Kind<URI> signaling() {
    return new Kind<>(
        "a ws, wss, http or https address without a path",
        text ->
            URI.create(
                origin(parse(text.replaceFirst("/$", ""), Set.of("ws", "wss", "http", "https")))));
  }

  private static URI parse(String text, Set<String> schemes) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long");
    }
    URI uri = URI.create(text);
    boolean plain =
        uri.getScheme() != null
            && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))
            && uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawPath().isEmpty()
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getPort() != 0
            && uri.getPort() <= 65535;
    if (!plain) {
      throw new IllegalArgumentException("not a plain address");
    }
    return uri;
  }

  private static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int ownPort = scheme.equals("https") || scheme.equals("wss") ? 443 : 80;
    boolean shown = uri.getPort() != -1 && uri.getPort() != ownPort;
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (shown ? ":" + uri.getPort() : "");
  }
}

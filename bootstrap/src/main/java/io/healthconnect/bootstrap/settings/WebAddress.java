package io.healthconnect.bootstrap.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The kinds of settings that are web addresses. */
final class WebAddress {
  private static final int MAX_LENGTH = 2000;

  /** Schemes that no page has, or that give it no origin of its own. */
  private static final Set<String> WITHOUT_ORIGIN =
      Set.of("file", "data", "blob", "javascript", "about", "ws", "wss");

  private static final Map<String, Integer> OWN_PORTS =
      Map.of("http", 80, "ws", 80, "https", 443, "wss", 443);

  private WebAddress() {}

  /**
   * An origin as browsers send it: scheme, host, and the port unless it is the scheme's default.
   * Apps have schemes of their own.
   */
  static SettingType<String> origin() {
    return new SettingType<>(
        "an exact origin such as https://clinic.example or capacitor://localhost (no path, no *)",
        text -> origin(parse(text, scheme -> !WITHOUT_ORIGIN.contains(scheme))));
  }

  /** The URL of a whole site. */
  static SettingType<URI> site() {
    return new SettingType<>(
        "an http or https address without a path, such as https://clinic.example",
        text -> URI.create(origin(parse(text.replaceFirst("/$", ""), Set.of("http", "https")))));
  }

  /** The URL of a page for people. */
  static SettingType<URI> page() {
    return new SettingType<>(
        "an http or https address, such as https://clinic.example/privacy",
        text -> {
          URI uri = URI.create(text);
          boolean web =
              "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
          if (!web
              || uri.getHost() == null
              || uri.getRawUserInfo() != null
              || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not the address of a page");
          }
          return uri;
        });
  }

  /** The URL of a collector of traces, which receives them at a path of the protocol. */
  static SettingType<URI> collector() {
    return new SettingType<>(
        "an http or https address without a path, such as http://127.0.0.1:4318", site().parser());
  }

  /** The URL of the site of the signaling endpoint. */
  static SettingType<URI> signaling() {
    return new SettingType<>(
        "a ws, wss, http or https address without a path",
        text ->
            URI.create(
                origin(parse(text.replaceFirst("/$", ""), Set.of("ws", "wss", "http", "https")))));
  }

  private static URI parse(String text, Set<String> schemes) {
    return parse(text, schemes::contains);
  }

  private static URI parse(String text, Predicate<String> scheme) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long");
    }
    URI uri = URI.create(text);
    boolean plain =
        uri.getScheme() != null
            && scheme.test(uri.getScheme().toLowerCase(Locale.ROOT))
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
    boolean shown = uri.getPort() != -1 && uri.getPort() != OWN_PORTS.getOrDefault(scheme, -1);
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (shown ? ":" + uri.getPort() : "");
  }
}

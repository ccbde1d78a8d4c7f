package io.healthconnect.rest.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The headers that every reply has, errors and what the front handler answers included. */
public final class ReplyHeaders {
  private static final List<HttpField> FIXED =
      List.of(
          new HttpField("X-Content-Type-Options", "nosniff"),
          new HttpField("Referrer-Policy", "no-referrer"),
          new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
          new HttpField("Cross-Origin-Resource-Policy", "same-origin"),
          new HttpField(
              "Permissions-Policy",
              "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()"));

  private final Site site;
  private final Optional<String> signalingOrigin;
  private final String imageSources;

  /**
   * @param signalingOrigin ws or wss origin of the signaling, when it is not this server
   * @param imageSources where pages show images from, beside this site
   */
  public ReplyHeaders(Site site, Optional<String> signalingOrigin, List<URI> imageSources) {
    this.site = site;
    this.signalingOrigin = signalingOrigin;
    this.imageSources =
        imageSources.stream().map(source -> " " + source).collect(Collectors.joining());
  }

  void put(Request request, HttpFields.Mutable headers, String requestId) {
    FIXED.forEach(headers::put);
    headers.put("X-Request-Id", requestId);
    headers.put("Content-Security-Policy", policy(request));
    if (site.secure()) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    if (path == null || path.startsWith("/api") || path.startsWith("/health")) {
      headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
    allowOrigin(request, headers);
  }

  private void allowOrigin(Request request, HttpFields.Mutable headers) {
    headers.put(HttpHeader.VARY, "Origin");
    origin(request)
        .filter(site::allows)
        .ifPresent(
            origin -> {
              headers.put("Access-Control-Allow-Origin", origin);
              headers.put("Access-Control-Allow-Credentials", "true");
              headers.put("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
            });
  }

  static Optional<String> origin(Request request) {
    List<String> values = request.getHeaders().getValuesList(HttpHeader.ORIGIN.asString());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private String policy(Request request) {
    Optional<String> host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST));
    String sockets =
        signalingOrigin
            .or(() -> site.authority(host).map(a -> (site.secure() ? "wss://" : "ws://") + a))
            .map(origin -> " " + origin)
            .orElse("");
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:"
        + imageSources
        + "; media-src 'self' blob:; connect-src 'self'"
        + sockets
        + "; font-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri"
        + " 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for"
        + " 'script'";
  }
}

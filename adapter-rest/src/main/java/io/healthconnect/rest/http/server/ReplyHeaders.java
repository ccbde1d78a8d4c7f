package io.healthconnect.rest.http.server;

import io.healthconnect.rest.http.admission.OriginPolicy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The headers of every reply, including errors and replies of the front handler. */
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

  private final OriginPolicy origins;
  private final String hsts;
  private final Optional<String> signalingOrigin;
  private final String imageSources;

  /** The policy for the host of the latest request, since nearly all have the same. */
  private volatile Policy latest;

  private record Policy(String host, String text) {}

  /**
   * @param hstsOfSubdomains whether browsers must use TLS for the subdomains of this host too
   * @param signalingOrigin the ws or wss origin of signaling, if not this server
   * @param imageSources origins that pages load images from, in addition to this site
   */
  public ReplyHeaders(
      OriginPolicy origins,
      boolean hstsOfSubdomains,
      Optional<String> signalingOrigin,
      List<URI> imageSources) {
    this.origins = origins;
    this.hsts = "max-age=31536000" + (hstsOfSubdomains ? "; includeSubDomains" : "");
    this.signalingOrigin = signalingOrigin;
    this.imageSources =
        imageSources.stream().map(source -> " " + source).collect(Collectors.joining());
    this.latest = new Policy("", policy(Optional.empty()));
  }

  void put(Request request, HttpFields.Mutable headers, String requestId) {
    FIXED.forEach(headers::put);
    headers.put("X-Request-Id", requestId);
    headers.put("Content-Security-Policy", policy(request));
    if (origins.secure()) {
      headers.put("Strict-Transport-Security", hsts);
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
        .filter(origins::allows)
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

  /** The origin under which the same place is polled, after that of its WebSocket. */
  private static String withPolling(String webSocket) {
    return webSocket + " http" + webSocket.substring("ws".length());
  }

  private String policy(Request request) {
    Optional<String> host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST));
    Policy known = latest;
    if (!known.host().equals(host.orElse(""))) {
      known = new Policy(host.orElse(""), policy(host));
      latest = known;
    }
    return known.text();
  }

  private String policy(Optional<String> host) {
    String sockets =
        signalingOrigin
            .map(ReplyHeaders::withPolling)
            .or(() -> origins.authority(host).map(a -> (origins.secure() ? "wss://" : "ws://") + a))
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

package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.endpoint.Cookies;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Decides on an upgrade request before anything is built for it; first refusal wins. */
final class HandshakeCheck {
  private static final int KEY_BYTES = 16;

  private final OriginPolicy origins;
  private final HostPolicy hosts;
  private final Duration deadline;

  HandshakeCheck(OriginPolicy origins, HostPolicy hosts, Duration deadline) {
    this.origins = origins;
    this.hosts = hosts;
    this.deadline = deadline;
  }

  Optional<Refusal> refusal(Request request) {
    if (!SignalingEndpoint.PATH.equals(request.getHttpURI().getPath())) {
      return Optional.of(Refusal.NOT_FOUND);
    }
    if (request.getHeadersNanoTime() - request.getBeginNanoTime() > deadline.toNanos()) {
      return Optional.of(Refusal.TOO_SLOW);
    }
    return ofQuery(request.getHttpURI().getQuery(), request.getMethod())
        .or(() -> ofUpgrade(request))
        .or(() -> ofHost(request.getHeaders()))
        .or(() -> ofOrigin(request.getHeaders()));
  }

  private static Optional<Refusal> ofQuery(@Nullable String query, String method) {
    List<String> pairs = query == null ? List.of() : List.of(query.split("&", -1));
    if (!one(pairs, "transport", "websocket")) {
      return Optional.of(Refusal.TRANSPORT_UNKNOWN);
    }
    if (pairs.stream().anyMatch(pair -> pair.equals("sid") || pair.startsWith("sid="))) {
      return Optional.of(Refusal.SESSION_UNKNOWN);
    }
    if (pairs.stream().anyMatch(HandshakeCheck::isCredential)) {
      return Optional.of(Refusal.TOKEN_IN_URL);
    }
    if (!HttpMethod.GET.is(method)) {
      return Optional.of(Refusal.BAD_METHOD);
    }
    return one(pairs, "EIO", "4") ? Optional.empty() : Optional.of(Refusal.UNSUPPORTED_PROTOCOL);
  }

  /** A token has no place in an address, which is written to logs. */
  private static boolean isCredential(String pair) {
    String name = pair.split("=", 2)[0];
    return name.equals("token") || name.equals("access_token");
  }

  private static boolean one(List<String> pairs, String name, String value) {
    List<String> found =
        pairs.stream().filter(p -> p.equals(name) || p.startsWith(name + '=')).toList();
    return found.equals(List.of(name + '=' + value));
  }

  private static Optional<Refusal> ofUpgrade(Request request) {
    HttpFields headers = request.getHeaders();
    boolean body =
        headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0
            || headers.contains(HttpHeader.TRANSFER_ENCODING);
    boolean upgrade =
        request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
            && headers.getValuesList(HttpHeader.UPGRADE).size() == 1
            && names(headers, HttpHeader.UPGRADE, "websocket")
            && names(headers, HttpHeader.CONNECTION, "Upgrade");
    if (body || !upgrade || !hasKey(headers.getValuesList("Sec-WebSocket-Key"))) {
      return Optional.of(Refusal.BAD_REQUEST);
    }
    return headers.getValuesList("Sec-WebSocket-Version").equals(List.of("13"))
        ? Optional.empty()
        : Optional.of(Refusal.UPGRADE_REQUIRED);
  }

  private static boolean names(HttpFields headers, HttpHeader header, String token) {
    return headers.getCSV(header, true).stream().anyMatch(token::equalsIgnoreCase);
  }

  private static boolean hasKey(List<String> keys) {
    if (keys.size() != 1) {
      return false;
    }
    try {
      byte[] key = Base64.getDecoder().decode(keys.get(0));
      // The decoder is lenient with padding and spare bits.
      return key.length == KEY_BYTES && Base64.getEncoder().encodeToString(key).equals(keys.get(0));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private Optional<Refusal> ofHost(HttpFields headers) {
    String host = headers.get(HttpHeader.HOST);
    return host != null && hosts.allows(host)
        ? Optional.empty()
        : Optional.of(Refusal.UNKNOWN_HOST);
  }

  private Optional<Refusal> ofOrigin(HttpFields headers) {
    List<String> found = headers.getValuesList(HttpHeader.ORIGIN);
    String origin = found.isEmpty() ? null : found.get(0);
    boolean allowed =
        found.size() <= 1
            && origins.allows(origin, Cookies.parse(headers.getValuesList(HttpHeader.COOKIE)));
    return allowed ? Optional.empty() : Optional.of(Refusal.FORBIDDEN);
  }
}

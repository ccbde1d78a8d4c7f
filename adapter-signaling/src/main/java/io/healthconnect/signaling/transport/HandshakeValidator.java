package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
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

/** Checks a request before anything is allocated for it; the first refusal wins. */
final class HandshakeValidator {
  private static final int KEY_BYTES = 16;

  private final OriginPolicy origins;
  private final HostPolicy hosts;
  private final Duration deadline;

  HandshakeValidator(OriginPolicy origins, HostPolicy hosts, Duration deadline) {
    this.origins = origins;
    this.hosts = hosts;
    this.deadline = deadline;
  }

  Optional<HandshakeRefusal> refusal(Request request) {
    if (!SignalingEndpoint.PATH.equals(request.getHttpURI().getPath())) {
      return Optional.of(HandshakeRefusal.NOT_FOUND);
    }
    if (request.getHeadersNanoTime() - request.getBeginNanoTime() > deadline.toNanos()) {
      return Optional.of(HandshakeRefusal.TOO_SLOW);
    }
    EngineRequest query = EngineRequest.of(request.getHttpURI().getQuery());
    boolean polling = query.is("transport", "polling");
    return ofQuery(query, polling, request.getMethod())
        .or(() -> polling ? ofBody(request.getHeaders()) : ofUpgrade(request))
        .or(() -> ofHost(request.getHeaders()))
        .or(() -> ofOrigin(request.getHeaders()));
  }

  private static Optional<HandshakeRefusal> ofQuery(
      EngineRequest query, boolean polling, String method) {
    if (!polling && !query.is("transport", "websocket")) {
      return Optional.of(HandshakeRefusal.TRANSPORT_UNKNOWN);
    }
    if (query.hasSid() && query.sid().isEmpty()) {
      return Optional.of(HandshakeRefusal.SESSION_UNKNOWN);
    }
    if (query.hasCredential()) {
      return Optional.of(HandshakeRefusal.TOKEN_IN_URL);
    }
    boolean allowed = HttpMethod.GET.is(method) || (polling && isForSession(query, method));
    if (!allowed) {
      return Optional.of(HandshakeRefusal.BAD_METHOD);
    }
    return query.is("EIO", "4")
        ? Optional.empty()
        : Optional.of(HandshakeRefusal.UNSUPPORTED_PROTOCOL);
  }

  private static boolean isForSession(EngineRequest query, String method) {
    return HttpMethod.OPTIONS.is(method) || (HttpMethod.POST.is(method) && query.hasSid());
  }

  /** Refuses compression, which would let a small body expand. */
  private static Optional<HandshakeRefusal> ofBody(HttpFields headers) {
    return headers.contains(HttpHeader.CONTENT_ENCODING)
        ? Optional.of(HandshakeRefusal.UNSUPPORTED_ENCODING)
        : Optional.empty();
  }

  private static Optional<HandshakeRefusal> ofUpgrade(Request request) {
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
      return Optional.of(HandshakeRefusal.BAD_REQUEST);
    }
    return headers.getValuesList("Sec-WebSocket-Version").equals(List.of("13"))
        ? Optional.empty()
        : Optional.of(HandshakeRefusal.UPGRADE_REQUIRED);
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

  private Optional<HandshakeRefusal> ofHost(HttpFields headers) {
    String host = headers.get(HttpHeader.HOST);
    return host != null && hosts.allows(host)
        ? Optional.empty()
        : Optional.of(HandshakeRefusal.UNKNOWN_HOST);
  }

  private Optional<HandshakeRefusal> ofOrigin(HttpFields headers) {
    boolean allowed = EngineRequest.isAllowed(origins, headers);
    return allowed ? Optional.empty() : Optional.of(HandshakeRefusal.FORBIDDEN);
  }
}

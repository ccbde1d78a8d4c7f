package io.healthconnect.bootstrap;

import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.signaling.transport.Peer;
import org.eclipse.jetty.server.Request;

/** Determines the addresses of signaling clients behind the same trusted proxies as REST. */
final class ForwardedPeer implements Peer {
  private final TrustedProxies proxies;

  ForwardedPeer(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public String address(Request request) {
    return proxies.clientNetwork(
        Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
  }

  @Override
  public boolean secure(Request request) {
    boolean forwarded =
        proxies.forwardedTls(
            Request.getRemoteAddr(request),
            request.getHeaders().getValuesList("X-Forwarded-Proto"));
    return forwarded || request.isSecure();
  }
}

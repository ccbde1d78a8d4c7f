package io.healthconnect.bootstrap;

import io.healthconnect.rest.http.TrustedProxies;
import io.healthconnect.signaling.transport.Peer;
import org.eclipse.jetty.server.Request;

/** Sees signaling's clients through the same trusted proxies as REST does. */
final class ForwardedPeer implements Peer {
  private final TrustedProxies proxies;

  ForwardedPeer(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public String address(Request request) {
    return proxies.client(
        Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
  }

  @Override
  public boolean secure(Request request) {
    boolean forwarded =
        proxies.contains(Request.getRemoteAddr(request))
            && "https".equals(request.getHeaders().get("X-Forwarded-Proto"));
    return forwarded || request.isSecure();
  }
}

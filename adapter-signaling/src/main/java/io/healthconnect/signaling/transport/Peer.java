package io.healthconnect.signaling.transport;

import io.healthconnect.edge.address.TrustedProxies;
import java.util.List;
import org.eclipse.jetty.server.Request;

/** Resolves the client of a request behind the proxies that the host trusts. */
public interface Peer {
  /** The client network by which connections are counted. */
  String address(Request request);

  /** Whether the client itself speaks TLS. */
  boolean secure(Request request);

  /** No proxy is trusted. */
  static Peer direct() {
    TrustedProxies none = TrustedProxies.parse(List.of());
    return new Peer() {
      @Override
      public String address(Request request) {
        return none.clientNetwork(Request.getRemoteAddr(request), List.of());
      }

      @Override
      public boolean secure(Request request) {
        return request.isSecure();
      }
    };
  }
}

package io.healthconnect.signaling.transport;

import org.eclipse.jetty.server.Request;

/** Who is at the other end of a request, seen through the proxies that the host trusts. */
public interface Peer {
  /** The address by which connections are counted. */
  String address(Request request);

  /** Whether the client itself speaks TLS. */
  boolean secure(Request request);

  /** No proxy is trusted. */
  static Peer direct() {
    return new Peer() {
      @Override
      public String address(Request request) {
        return Request.getRemoteAddr(request);
      }

      @Override
      public boolean secure(Request request) {
        return request.isSecure();
      }
    };
  }
}

package io.healthconnect.rest.http.server;

import io.healthconnect.edge.address.TrustedProxies;

/**
 * Where the server listens, and its limits on connections.
 *
 * @param jsonBytes the largest body that is loaded before its request is handled
 * @param trusted proxies, to which the limit per address does not apply
 */
public record TransportLimits(
    String host, int port, ConnectionLimits connections, int jsonBytes, TrustedProxies trusted) {}

package io.healthconnect.rest.http;

import java.time.Duration;

/**
 * Where the server listens, and what it takes from connections.
 *
 * @param headerDeadline for a request's header, from its first byte, or from the connection's start
 * @param idle silence within a request
 * @param keepAlive silence between requests
 * @param jsonBytes of a body that comes in before its request is looked at
 * @param trusted proxies, to which the limit per address does not apply
 */
public record TransportLimits(
    String host,
    int port,
    int headerBytes,
    Duration headerDeadline,
    Duration idle,
    Duration keepAlive,
    int bytesPerSecond,
    int jsonBytes,
    int connections,
    int connectionsPerAddress,
    TrustedProxies trusted) {}

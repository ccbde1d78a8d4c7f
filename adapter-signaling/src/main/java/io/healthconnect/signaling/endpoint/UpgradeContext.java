package io.healthconnect.signaling.endpoint;

/**
 * What a host that owns the connection hands to the endpoint, as the HTTP session of the upgrade
 * request. Without one the endpoint sends through the container.
 */
public record UpgradeContext(Handshake handshake, Outbound outbound) {}

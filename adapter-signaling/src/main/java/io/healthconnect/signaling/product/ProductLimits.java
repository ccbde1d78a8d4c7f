package io.healthconnect.signaling.product;

/**
 * The limits of the product's events.
 *
 * @param eventsPerSecond events of one account, from all its sockets together
 * @param callsPerMinute calls that one caller may start per minute
 * @param callsPerCalleeMinute how many of those to one callee
 * @param sdpBytes the longest session description, at most 32 KiB
 * @param candidateBytes the longest ICE candidate, at most 1 KiB
 */
public record ProductLimits(
    int eventsPerSecond,
    int callsPerMinute,
    int callsPerCalleeMinute,
    int sdpBytes,
    int candidateBytes) {}

package io.healthconnect.signaling.product;

import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.domain.presence.Presence;

/**
 * Connects the sockets of this node with those of other nodes.
 *
 * @param shared whether there may be other nodes; then a step of a call waits for the store, and
 *     clients of another node may come here to recover their connections
 */
public record Backplane(Presence presence, ChangeFeed feed, TypingNotices typing, boolean shared) {}

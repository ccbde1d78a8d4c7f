package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.polling.PollingSession;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.session.Handshake;
import java.util.Optional;

/**
 * Passed to the endpoint, as the HTTP session of the upgrade request, by a host that owns the
 * connection. Without it the endpoint sends through the container.
 *
 * @param polling the session that the connection is to take over, if it began with polling
 */
public record UpgradeContext(
    Handshake handshake, Outbound outbound, Optional<PollingSession> polling) {}

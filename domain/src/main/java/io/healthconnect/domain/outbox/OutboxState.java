package io.healthconnect.domain.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How full the outbox is.
 *
 * @param waiting how many entries wait, those included that are being sent
 * @param oldest when the oldest notice that waits was stored
 * @param failed how many entries have failed for good and are still kept
 */
public record OutboxState(int waiting, Optional<Instant> oldest, int failed) {}

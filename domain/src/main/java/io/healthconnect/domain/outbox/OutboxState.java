package io.healthconnect.domain.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How full an outbox is.
 *
 * @param waiting how many entries wait, those included that are being sent
 * @param oldest when the oldest one that waits was stored
 * @param failed how many entries have failed for good and are still kept
 */
public record OutboxState(int waiting, Optional<Instant> oldest, int failed) {

  /** Both as one. */
  public OutboxState and(OutboxState other) {
    return new OutboxState(
        waiting + other.waiting,
        Stream.concat(oldest.stream(), other.oldest.stream()).min(Comparator.naturalOrder()),
        failed + other.failed);
  }
}

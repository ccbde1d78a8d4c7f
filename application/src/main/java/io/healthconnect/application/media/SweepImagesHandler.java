package io.healthconnect.application.media;

import io.healthconnect.domain.media.Media;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class SweepImagesHandler implements SweepImages {
  /** Longer than any upload can take, and than a signed upload stays valid elsewhere. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final Duration QUOTA_DAY = Duration.ofHours(24);
  private static final int BATCH = 100;

  private final MediaPorts ports;
  private final Clock clock;

  SweepImagesHandler(MediaPorts ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public int sweepImages() {
    Instant now = clock.instant();
    int removed = 0;
    List<Media> batch;
    do {
      batch = ports.media().discarded(now.minus(PATIENCE), BATCH);
      for (Media media : batch) {
        ports.images().delete(media.id());
        ports.media().markRemoved(media.id());
      }
      removed += batch.size();
    } while (batch.size() == BATCH);
    ports.media().forgetRemoved(now.minus(QUOTA_DAY));
    return removed;
  }
}

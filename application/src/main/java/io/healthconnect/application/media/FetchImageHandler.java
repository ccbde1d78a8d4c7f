package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.media.Media;
import java.util.Optional;

final class FetchImageHandler implements FetchImage {
  private final MediaPorts ports;
  private final AuditTrail trail;

  FetchImageHandler(MediaPorts ports, AuditTrail trail) {
    this.ports = ports;
    this.trail = trail;
  }

  @Override
  public Optional<Found> fetchImage(Query query) {
    return ports
        .media()
        .find(query.id())
        .filter(media -> media.isVisibleTo(query.viewer().map(Actor::id)))
        .map(media -> found(query, media));
  }

  private Found found(Query query, Media media) {
    trail.readImage(query.viewer(), media);
    return new Found(media, () -> ports.images().deliver(media.id(), media.type()));
  }
}

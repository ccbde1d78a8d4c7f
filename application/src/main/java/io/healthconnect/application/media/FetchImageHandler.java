package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import java.util.Optional;

final class FetchImageHandler implements FetchImage {
  private final MediaPorts ports;

  FetchImageHandler(MediaPorts ports) {
    this.ports = ports;
  }

  @Override
  public Optional<Found> handle(Query query) {
    return ports
        .media()
        .find(query.id())
        .filter(media -> media.isVisibleTo(query.viewer().map(Actor::id)))
        .map(media -> new Found(media, () -> ports.images().deliver(media.id(), media.type())));
  }
}

package io.healthconnect.application.media;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaState;

final class ReadDocumentHandler implements ReadDocument {
  private final MediaPorts ports;
  private final AuditTrail trail;

  ReadDocumentHandler(MediaPorts ports, AuditTrail trail) {
    this.ports = ports;
    this.trail = trail;
  }

  @Override
  public Result<FetchImage.Found, Refusal> readDocument(Query query) {
    if (!query.actor().isAdmin()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    return ports
        .media()
        .find(query.document())
        .filter(media -> media.purpose() == ImagePurpose.DOCUMENT)
        .filter(media -> media.state() == MediaState.ATTACHED)
        .map(document -> found(query, document))
        .<Result<FetchImage.Found, Refusal>>map(Result::success)
        .orElseGet(() -> Result.failure(Refusal.NOT_FOUND));
  }

  private FetchImage.Found found(Query query, Media document) {
    trail.readDocument(query.actor(), document);
    return new FetchImage.Found(
        document, () -> ports.images().deliver(document.id(), document.type()));
  }
}

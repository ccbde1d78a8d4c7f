package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.MediaId;

/** Shows an admin a document that a doctor shows in order to be approved. */
public interface ReadDocument {
  Result<FetchImage.Found, Refusal> readDocument(Query query);

  record Query(Actor actor, MediaId document) {}

  enum Refusal {
    NOT_AN_ADMIN,
    /** There is no such image, or no doctor shows it as a document. */
    NOT_FOUND
  }
}

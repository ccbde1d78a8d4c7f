package io.healthconnect.domain.media;

import io.healthconnect.domain.Identifiers;

/** Identifies a stored image. */
public record MediaId(String value) {
  public MediaId {
    Identifiers.check("mediaId", value);
  }
}

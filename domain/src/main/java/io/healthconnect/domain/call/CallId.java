package io.healthconnect.domain.call;

import io.healthconnect.domain.Identifiers;

/** Identifies a call; at least 128 random bits, so that it cannot be guessed. */
public record CallId(String value) {
  public CallId {
    Identifiers.check("callId", value);
  }
}

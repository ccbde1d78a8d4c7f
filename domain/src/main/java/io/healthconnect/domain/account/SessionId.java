package io.healthconnect.domain.account;

import io.healthconnect.domain.Identifiers;

/** Identifies a session. */
public record SessionId(String value) {
  public SessionId {
    Identifiers.check("sessionId", value);
  }
}

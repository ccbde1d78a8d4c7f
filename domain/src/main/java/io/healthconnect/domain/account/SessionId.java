package io.healthconnect.domain.account;

import io.healthconnect.domain.Identifiers;

/** Identifies one sign-in on one device. */
public record SessionId(String value) {
  public SessionId {
    Identifiers.check("sessionId", value);
  }
}

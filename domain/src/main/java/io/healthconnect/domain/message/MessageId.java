package io.healthconnect.domain.message;

import io.healthconnect.domain.Identifiers;

/** Identifies a chat message. */
public record MessageId(String value) {
  public MessageId {
    Identifiers.check("id", value);
  }
}

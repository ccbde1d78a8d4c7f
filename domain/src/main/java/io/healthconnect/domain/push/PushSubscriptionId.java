package io.healthconnect.domain.push;

import io.healthconnect.domain.Identifiers;

/** Identifies a subscription: the hash of its endpoint. */
public record PushSubscriptionId(String value) {
  public PushSubscriptionId {
    Identifiers.check("id", value);
  }
}

package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Identifiers;

/** Identifies a hold. */
public record HoldId(String value) {
  public HoldId {
    Identifiers.check("id", value);
  }
}

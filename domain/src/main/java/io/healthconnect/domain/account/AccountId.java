package io.healthconnect.domain.account;

import io.healthconnect.domain.Identifiers;

/** Identifies a person who can log in, whatever the role. */
public record AccountId(String value) {
  public AccountId {
    Identifiers.check("id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.healthconnect.rest.call;

import io.healthconnect.domain.account.AccountId;

/** Makes short-lived credentials for the TURN server (coturn REST scheme). */
@FunctionalInterface
public interface TurnCredentials {
  Credential issue(AccountId user);

  /** What a client shows the TURN server. */
  record Credential(String username, String credential) {}
}

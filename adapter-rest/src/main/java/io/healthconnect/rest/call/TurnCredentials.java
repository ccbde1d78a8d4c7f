package io.healthconnect.rest.call;

/** Makes short-lived credentials for the TURN server (coturn REST scheme). */
@FunctionalInterface
public interface TurnCredentials {
  /** A new credential, for one person, soon to expire. */
  Credential issue();

  /** What a client shows the TURN server. */
  record Credential(String username, String credential) {}
}

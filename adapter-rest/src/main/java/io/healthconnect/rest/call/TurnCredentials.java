package io.healthconnect.rest.call;

/** Issues short-lived credentials for the TURN server (coturn's REST scheme). */
@FunctionalInterface
public interface TurnCredentials {
  /** A new short-lived credential for one person. */
  Credential issue();

  /** The user name and password that a client presents to the TURN server. */
  record Credential(String username, String credential) {}
}

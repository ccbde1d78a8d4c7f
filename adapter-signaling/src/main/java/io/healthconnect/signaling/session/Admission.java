package io.healthconnect.signaling.session;

/** The result of checking a client's credentials. */
public sealed interface Admission {
  /** The socket belongs to this account and ends with this session. */
  record Admitted(String accountId, String sessionId) implements Admission {}

  /**
   * CONNECT_ERROR "unauthorized". The transport stays open, and the connect timeout keeps running.
   */
  record Refused() implements Admission {}

  /** Cannot be decided now. The transport is closed with 1013, and the client retries later. */
  record Unknown() implements Admission {}
}

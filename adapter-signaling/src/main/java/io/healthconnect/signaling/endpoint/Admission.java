package io.healthconnect.signaling.endpoint;

/** The answer to a client's credentials. */
public sealed interface Admission {
  /** The socket belongs to this account and ends with this session. */
  record Admitted(String accountId, String sessionId) implements Admission {}

  /** CONNECT_ERROR "unauthorized"; the transport stays and the connect time-out runs on. */
  record Refused() implements Admission {}

  /** Nobody can say now: the transport is closed with 1013, and the client tries again later. */
  record Unknown() implements Admission {}
}

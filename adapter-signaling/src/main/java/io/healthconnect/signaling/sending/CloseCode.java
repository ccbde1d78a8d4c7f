package io.healthconnect.signaling.sending;

/** Why the server closes a socket. Clients see only this reason. */
public enum CloseCode {
  /**
   * A close frame without a status: sent for an invalid packet, a timeout, or the end of a polling
   * session.
   */
  WITHOUT_STATUS(1005, ""),
  SERVER_STOPPING(1001, "server stopping"),
  PROTOCOL_ERROR(1002, "protocol error"),
  BINARY_NOT_ALLOWED(1003, "binary not allowed"),
  INVALID_TEXT(1007, "invalid UTF-8"),
  TOO_BIG(1009, "message too big"),
  INTERNAL_FAILURE(1011, "internal failure"),
  /** The server may have missed changes: the client connects again and reloads what it shows. */
  RESYNC(1012, "connect again"),
  OVERLOAD(1013, "overload"),
  SESSION_ENDED(4401, "session ended"),
  FORBIDDEN(4403, "forbidden"),
  REPLACED(4409, "replaced by a newer socket"),
  RATE_LIMITED(4429, "rate limited");

  private final int status;
  private final String reason;

  CloseCode(int status, String reason) {
    this.status = status;
    this.reason = reason;
  }

  /** Whether the client is to connect again at once. */
  public boolean invitesBack() {
    return this == SERVER_STOPPING || this == RESYNC;
  }

  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }
}

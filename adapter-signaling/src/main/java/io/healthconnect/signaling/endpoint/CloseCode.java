package io.healthconnect.signaling.endpoint;

/** Why the server closes a socket. The texts are seen by clients and say nothing else. */
public enum CloseCode {
  /** A close frame without a status: the answer to an invalid packet, a time-out, a farewell. */
  WITHOUT_STATUS(1005, ""),
  SERVER_STOPPING(1001, "server stopping"),
  PROTOCOL_ERROR(1002, "protocol error"),
  BINARY_NOT_ALLOWED(1003, "binary not allowed"),
  INVALID_TEXT(1007, "invalid UTF-8"),
  TOO_BIG(1009, "message too big"),
  INTERNAL_FAILURE(1011, "internal failure"),
  /** The client is to connect again and to read anew what it shows. */
  START_ANEW(1012, "connect again"),
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

  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }
}

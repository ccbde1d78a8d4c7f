package io.healthconnect.signaling.transport;

/** Why a handshake is refused: the HTTP status, the Engine.IO error code and its message. */
enum HandshakeRefusal {
  TRANSPORT_UNKNOWN(400, 0, "Transport unknown"),
  SESSION_UNKNOWN(400, 1, "Session ID unknown"),
  BAD_METHOD(400, 2, "Bad handshake method"),
  BAD_REQUEST(400, 3, "Bad request"),
  TOKEN_IN_URL(400, 3, "No token in the URL"),
  UNKNOWN_HOST(400, 3, "Unknown host: PUBLIC_URL does not name it"),
  FORBIDDEN(403, 4, "Forbidden"),
  UNSUPPORTED_PROTOCOL(400, 5, "Unsupported protocol version"),
  NOT_FOUND(404, 3, "Not found"),
  TOO_SLOW(408, 3, "Handshake too slow"),
  TOO_LARGE(413, 3, "Payload too large"),
  UNSUPPORTED_ENCODING(415, 3, "Unsupported content encoding"),
  UPGRADE_REQUIRED(426, 3, "Upgrade required"),
  TOO_MANY_CONNECTIONS(429, 4, "Too many connections");

  private final int status;
  private final int code;
  private final String message;

  HandshakeRefusal(int status, int code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  int status() {
    return status;
  }

  String body() {
    return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
  }
}

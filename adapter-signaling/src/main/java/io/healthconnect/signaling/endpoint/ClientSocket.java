package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One admitted client. All methods may be called from any thread, none blocks, and after the end
 * all do nothing.
 */
public interface ClientSocket {
  /** The Socket.IO sid: new after each CONNECT. */
  String id();

  String accountId();

  String sessionId();

  default void emit(String event, JsonNode payload) {
    emit(OutgoingEvent.of(event, payload));
  }

  /** Sends an event that may be on its way to other sockets too; it is encoded once for all. */
  void emit(OutgoingEvent event);

  void close(CloseCode code);
}

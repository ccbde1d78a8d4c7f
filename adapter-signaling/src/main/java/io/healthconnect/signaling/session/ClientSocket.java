package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;

/**
 * One admitted client. All methods may be called from any thread, and none blocks. After the end
 * they do nothing.
 */
public interface ClientSocket {
  /** The Socket.IO sid: new after each CONNECT, unless the client recovers its connection. */
  String id();

  String accountId();

  String sessionId();

  /** Whether the client may come back as the same socket. */
  boolean isRecoverable();

  /** Sends an event like {@link #emit(OutgoingEvent)}. */
  default void emit(String event, JsonNode... args) {
    emit(OutgoingEvent.of(event, args));
  }

  /**
   * Sends an event that a client which recovers its connection does not get again; one that goes to
   * several sockets is encoded once.
   */
  void emit(OutgoingEvent event);

  /** Sends an event that the application keeps for clients that recover their connection. */
  void emit(Stamp stamp, OutgoingEvent event);

  /** Sends an event that may be lost. */
  void emitVolatile(OutgoingEvent event);

  void close(CloseCode code);
}

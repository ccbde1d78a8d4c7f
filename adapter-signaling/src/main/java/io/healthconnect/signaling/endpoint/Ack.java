package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/** The answer that a client asked for with an event. Only the first reply is sent. */
public interface Ack {
  /**
   * Sends the answer. One that is {@code {ok:false, error:{code:"forbidden"}}} counts towards
   * closing the socket.
   */
  void reply(JsonNode answer);
}

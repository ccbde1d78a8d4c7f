package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/** The answer to an event, which is sent if the client has asked for it. Only the first counts. */
public interface Ack {
  /**
   * Sends the answer. One that is {@code {ok:false, error:{code:"forbidden"}}} counts towards
   * closing the socket.
   */
  void reply(JsonNode answer);
}

package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers an event, if the client has asked for an ack. Only the first answer is sent. */
public interface Ack {
  /**
   * Sends the answer; binary data in it becomes attachments. One that is {@code {ok:false,
   * error:{code:"forbidden"}}} counts towards closing the socket.
   */
  void reply(JsonNode... answer);
}

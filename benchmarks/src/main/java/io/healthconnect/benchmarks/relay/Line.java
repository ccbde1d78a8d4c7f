package io.healthconnect.benchmarks.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.util.Map;

/**
 * One direction of a call: a socket and the candidate that it sends to the other side, 203 bytes of
 * JSON.
 */
final class Line {
  static final int CANDIDATE_BYTES = 203;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SignalingSocket socket;
  private final String candidate;

  Line(SignalingSocket socket, String to, String callId) throws JsonProcessingException {
    this.socket = socket;
    this.candidate = event(to, callId);
  }

  void sendCandidate() {
    socket.send(candidate);
  }

  void close() {
    socket.close();
  }

  private static String event(String to, String callId) throws JsonProcessingException {
    Map<String, Object> body = Map.of("to", to, "callId", callId, "candidate", candidate());
    return "42" + JSON.writeValueAsString(new Object[] {"ice-candidate", body});
  }

  static Map<String, Object> candidate() throws JsonProcessingException {
    String text =
        "candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 192.0.2.31"
            + " rport 46154 generation 0 ufrag ";
    int fixed = JSON.writeValueAsString(shape(text)).length();
    return shape(text + "u".repeat(CANDIDATE_BYTES - fixed));
  }

  private static Map<String, Object> shape(String text) {
    return Map.of("candidate", text, "sdpMid", "0", "sdpMLineIndex", 0);
  }
}

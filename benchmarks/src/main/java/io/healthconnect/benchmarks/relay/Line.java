package io.healthconnect.benchmarks.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.util.Map;

/**
 * One direction of a call: a socket and the packets that it sends to the other side. The candidate
 * is 203 bytes of JSON.
 */
final class Line {
  static final int CANDIDATE_BYTES = 203;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SignalingSocket socket;
  private final String candidate;
  private final String description;
  private final int renewal;
  private int sent;

  /**
   * @param renewal a new description goes before every so many candidates, which resets the limit
   *     on them; 0 for none
   */
  Line(SignalingSocket socket, String to, String callId, int renewal)
      throws JsonProcessingException {
    this.socket = socket;
    this.renewal = renewal;
    this.candidate = event("ice-candidate", to, callId, "candidate", candidate());
    this.description =
        event("call-description", to, callId, "description", Descriptions.of("offer"));
  }

  void sendCandidate() {
    if (renewal > 0 && ++sent % renewal == 0) {
      socket.send(description);
    }
    socket.send(candidate);
  }

  void close() {
    socket.close();
  }

  private static String event(String name, String to, String callId, String member, Object value)
      throws JsonProcessingException {
    Map<String, Object> body = Map.of("to", to, "callId", callId, member, value);
    return "42" + JSON.writeValueAsString(new Object[] {name, body});
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

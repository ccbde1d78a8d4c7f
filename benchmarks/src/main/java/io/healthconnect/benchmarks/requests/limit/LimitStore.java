package io.healthconnect.benchmarks.requests.limit;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.requests.Row;

/** Runs the statements that the server needs for a request, and throws away what they find. */
interface LimitStore {
  /**
   * @param self who asks, or whom the request asks for
   * @param other the other person of a conversation or appointment; may be empty
   * @param body the parsed body; missing if there is none
   */
  void run(Row row, String self, String other, JsonNode body) throws Exception;
}
